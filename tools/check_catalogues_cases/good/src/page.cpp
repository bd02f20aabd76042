// w("comment.only") is no use.
void page(const Words& w, bool late) {
  w("a.hello");
  w(late ? "a.late" : "a.early");
  const char* said = "w(\"quoted.only\")";
  w.format("a.place", 3, "b.text");
  if (late) return refuse("rule.broken", "x.y");
  return fail(ErrorKind::internal, "disk.full");
}
