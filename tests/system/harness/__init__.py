"""What the system tests stand on: the real program on a loopback port, and browsers made of the standard library."""
from .case import Case, new_case, receipt_of
from .client import Client, Page
from .qr import texts_on
from .server import PROGRAM, Server, run_program
from .workshop import EMAIL, PASSWORD, STAGES, Phone, Room, log_in, new_workshop, set_up, top_five

__all__ = ["Case", "Client", "EMAIL", "PASSWORD", "PROGRAM", "Page", "Phone", "Room", "STAGES", "Server", "log_in", "new_case", "new_workshop", "receipt_of", "run_program", "set_up", "texts_on", "top_five"]
