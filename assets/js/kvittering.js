// Checks a receipt in the reader's own browser: from the record's envelope to its leaf, from the leaf to the root, from the root to the
// signed head. It asks the server for the receipt and the public keys, and for nothing else. Formats: docs/formats/receipt.md.

{
const bytesOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
const hexOf = bytes => Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
const sha256 = async (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) all.set(part, at), at += part.length;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
};
const text = words => new TextEncoder().encode(words);

/** The first 60 bits of a leaf, five at a time. */
function codeOf(leaf) {
  let bits = 0n, code = "";
  for (const byte of leaf.slice(0, 8)) bits = bits << 8n | BigInt(byte);
  for (let i = 0n; i < 12n; i++) code += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number(bits >> (59n - 5n * i) & 31n)];
  return code;
}

/** RFC 9162 §2.1.3.2: the root that leaf and proof lead to, or null. */
async function rootOf(leaf, index, size, proof) {
  let node = index, last = size - 1n, hash = leaf;
  if (index >= size) return null;
  for (const other of proof) {
    if (last === 0n) return null;
    if (node & 1n || node === last) {
      hash = await sha256([1], other, hash);
      while (!(node & 1n) && node !== 0n) node >>= 1n, last >>= 1n;
    } else {
      hash = await sha256([1], hash, other);
    }
    node >>= 1n, last >>= 1n;
  }
  return last === 0n ? hash : null;
}

/** A C2SP tlog-proof: envelope, index, hashes, and the signed head as it stands. */
function read(receipt) {
  const cut = receipt.indexOf("\n\n");
  const [first, extra, index, ...hashes] = receipt.slice(0, cut).split("\n");
  if (first !== "c2sp.org/tlog-proof@v1") throw new Error("no receipt");
  const note = receipt.slice(cut + 2), end = note.lastIndexOf("\n\n") + 1;
  const [origin, size, root] = note.split("\n");
  return {envelope: bytesOf(extra.slice(6)), index: BigInt(index.slice(6)), proof: hashes.map(bytesOf), origin, size: BigInt(size), root: bytesOf(root),
          signed: note.slice(0, end), signature: bytesOf(note.slice(end + 1).trim().split(" ").pop()).slice(4)};
}

/** true, false, or null where this browser does not know Ed25519. */
async function signatureHolds(receipt, keys) {
  for (const key of keys) {
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", bytesOf(key.public_key), "Ed25519", false, ["verify"]);
    } catch {
      return null;
    }
    if (await crypto.subtle.verify("Ed25519", imported, receipt.signature, text(receipt.signed))) return true;
  }
  return false;
}

async function check(shown) {
  const {bevis, kode} = shown.dataset;
  const receipt = read(await (await fetch(bevis)).text());
  const keys = (await (await fetch("/.well-known/knippe-keys")).json()).keys;
  const leaf = await sha256([0], receipt.envelope);
  const root = await rootOf(leaf, receipt.index, receipt.size, receipt.proof);
  const holds = codeOf(leaf) === kode.replaceAll("-", "") && root && hexOf(root) === hexOf(receipt.root);
  const signed = await signatureHolds(receipt, keys);
  return !holds || signed === false ? "brudd" : signed ? "holder" : "usignert";
}

const shown = document.getElementById("selv");
if (shown && !globalThis.isSecureContext) shown.textContent = shown.dataset.usikker;
else if (shown) check(shown).catch(() => "").then(outcome => {
  if (!outcome) return;
  shown.textContent = shown.dataset[outcome];
  shown.dataset.utfall = outcome;
});
}
