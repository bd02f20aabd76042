"""Starting and ending: what an administrator meets first."""
import os
import stat
import unittest

from harness import EMAIL, Client, Server, log_in, new_workshop, run_program, set_up


class Starting(unittest.TestCase):
    def test_the_first_start_prints_an_address_and_a_set_up_link(self):
        with Server() as server:
            self.assertIn(f":{server.port}", server.output())
            page = Client(server).open(server.set_up_link())
            self.assertEqual(200, page.status)
            self.assertTrue({"navn", "epost", "passord"} <= page.form_of("passord").names)

    def test_the_set_up_link_works_once_and_is_not_printed_again(self):
        with Server() as server:
            link = server.set_up_link()
            set_up(server)
            self.assertNotEqual(200, Client(server).open(link).status)
            server.restart()
            self.assertNotIn("/oppsett/", server.output())

    def test_an_unused_set_up_link_is_printed_at_the_next_start_too(self):
        with Server() as server:
            server.restart()
            self.assertEqual(200, Client(server).open(server.set_up_link()).status)

    def test_a_second_server_on_the_same_folder_refuses_and_the_first_goes_on(self):
        with Server() as first:
            code, said = run_program("serve", "--data", first.folder, "--listen", "127.0.0.1:0", seconds=20)
            self.assertNotEqual(0, code)
            self.assertIn(str(first.process.pid), said)
            self.assertEqual(200, Client(first).get("/").status)

    def test_a_taken_port_is_said_plainly(self):
        with Server() as first:
            second = Server(port=first.port)
            code, said = run_program("serve", "--data", second.folder, "--listen", f"127.0.0.1:{first.port}", seconds=20)
            self.assertNotEqual(0, code)
            self.assertIn(str(first.port), said)

    def test_the_local_key_is_for_its_owner_only_and_new_at_each_start(self):
        with Server() as server:
            key = server.folder / "local.key"
            self.assertEqual(0o600, stat.S_IMODE(os.stat(key).st_mode))
            before = key.read_bytes()
            server.restart()
            self.assertNotEqual(before, key.read_bytes())

    def test_metrics_have_a_listener_of_their_own(self):
        with Server() as server:
            self.assertEqual(404, Client(server).get("/metrics").status)

    def test_help_names_every_subcommand(self):
        code, said = run_program("--help")
        self.assertEqual(0, code)
        for word in ("serve", "user", "setup-link", "backup", "restore", "simulate", "demo", "tally"):
            self.assertIn(word, said)

    def test_an_unknown_option_is_refused(self):
        self.assertNotEqual(0, run_program("serve", "--no-such-option")[0])


class Ending(unittest.TestCase):
    def test_sigterm_ends_it_well_and_leaves_no_wal(self):
        with Server() as server:
            new_workshop(set_up(server))
            self.assertTrue((server.folder / "knippe.db").exists())
            self.assertEqual(0, server.stop())
            self.assertFalse((server.folder / "knippe.db-wal").exists())


class Links(unittest.TestCase):
    def test_a_new_set_up_link_from_the_command_line(self):
        with Server() as server:
            code, said = run_program("setup-link", "--data", server.folder)
            self.assertEqual(0, code, said)
            self.assertIn("/oppsett/", said)

    def test_a_forgotten_password_is_reset_while_the_server_runs(self):
        with Server() as server:
            set_up(server)
            code, said = run_program("user", "reset", EMAIL, "--data", server.folder)
            self.assertEqual(0, code, said)
            path = said[said.index("/passord/"):].split()[0]
            client = Client(server)
            page = client.open(path)
            client.follow(client.submit(page, field="passord", passord="et helt annet passord 17"))
            self.assertEqual(200, log_in(server, password="et helt annet passord 17").get("/styring").status)
            self.assertNotEqual(200, Client(server).open(path).status)


if __name__ == "__main__":
    unittest.main()
