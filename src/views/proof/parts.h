#pragma once
// What the pages of this folder share.

#include <string_view>

#include "views/html.h"
#include "views/page.h"
#include "views/proof/proof.h"
#include "views/view.h"

namespace knippe::views::proof {

Frame frame_of(const View& view, std::string title);
/// A term and its value in a list of technical facts.
void fact(Writer& h, std::string_view term, Part value);
/// A hash or a command that may break anywhere.
void code_text(Writer& h, std::string_view text);
void section(Writer& h, std::string_view heading_id, std::string_view heading, Part content);
/// What kvittering.js fills in: `code` is computed from the record's leaf, `receipt` is the whole receipt. The sentences for each outcome
/// lie here, in the reader's language.
void own_check(Writer& h, const Words& w, std::string_view code, const Url& receipt);
/// How it is computed, with the numbers; `receipt` as above.
void details(Writer& h, const Words& w, const ReceiptFacts& facts, const Url& receipt);
/// What each known witness saw, as a list.
void seen_by(Writer& h, const Words& w, std::span<const SeenBy> witnesses, std::string_view zone);
/// Links between the pages: a code to check, how to check us.
void ways_on(Writer& h, const Words& w, std::string_view here);

}  // namespace knippe::views::proof
