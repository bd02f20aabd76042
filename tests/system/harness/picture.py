"""Pictures as a browser without scripts sends them."""
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "fuzz" / "corpus" / "photo"
PLACE = b"GPS-58.9700N-5.7331E"
EDGE = "----knippeEdge7Q"
HEADERS = {"Content-Type": f"multipart/form-data; boundary={EDGE}"}


def multipart(fields, name, content, kind="image/jpeg"):
    parts = [f'--{EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields.items()]
    parts.append(f'--{EDGE}\r\nContent-Disposition: form-data; name="bilde"; filename="{name}"\r\nContent-Type: {kind}\r\n\r\n'.encode()
                 + content + b"\r\n")
    return b"".join(parts) + f"--{EDGE}--\r\n".encode()


def send_picture(client, page, content, name="bilde.jpg", **fields):
    """Fills the form for a picture on `page` as a browser does."""
    form = page.form_of("bilde")
    values = {key: value for key, value in form.values.items() if key != "bilde"} | fields
    return client.request("POST", client.here(form.action), multipart(values, name, content), HEADERS)


def stored_files(server):
    return sorted(path for path in Path(server.folder, "files").rglob("*") if path.is_file())
