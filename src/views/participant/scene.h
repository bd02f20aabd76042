#pragma once
// What the parts of one participant page share: whose page it is, and small pieces that several stages write.
// A stage writes the inside of #innhold; its title and shape stand in StageLook.

#include <span>
#include <string>
#include <string_view>

#include "base/id.h"
#include "domain/workshop/workshop.h"
#include "views/html.h"
#include "views/icon.h"
#include "views/view.h"

namespace knippe::views {

struct Scene {
  const View& view;
  const Words& w;
  const domain::Workshop& workshop;
  RoomId room;
  const domain::Group& group;
  domain::Stage shown;
  const Kept& kept;
  const domain::PersonalBallot* own = nullptr;  ///< of the reader; nullptr in a broadcast

  /// The group may contribute to the stage that is shown.
  bool is_open() const { return workshop.phase == domain::Phase::open && shown == workshop.stage; }
  /// The kept text belongs to this form.
  bool keeps(std::string_view form) const { return kept.is(form); }
  /// A supplement was held back because others are alike: the group looks first.
  bool must_look() const { return kept.error && kept.error->message_key == "supplement.alike"; }
};

/// /rom/{room}, or /rom/{room}/{rest}.
Url room_url(RoomId room, std::string_view rest = {});
/// lang="da" on a text that is not in the page's language; nothing otherwise. An empty language is the workshop's own.
Attribute spoken(const Scene& s, std::string_view language = {});
/// "Gruppe 7", or "Gruppe 7, Helse og omsorg".
std::string group_label(const Words& w, const domain::Group& group);
/// "gruppe 7", as it stands inside a sentence.
std::string group_word(const Words& w, const domain::Group& group);
/// "«Avklar HVORFOR»".
std::string quoted(const Words& w, std::string_view text);
/// At most `max` code points of a text, with an ellipsis: enough for a screen reader to tell buttons apart.
std::string shortened(std::string_view text, std::size_t max = 60);
/// The error of `form` in the reader's words; empty when there is none.
std::string error_in(const Scene& s, std::string_view form);
/// True when the entry `id` of this form is open for editing.
bool is_editing(const Scene& s, std::string_view form, std::uint32_t id);

struct FormLook {
  std::string_view id = {};
  std::string_view css = {};
};
/// A POST form to /rom/{room}/{action}, answered with fragments when scripts run.
void post_form(Writer& h, const Scene& s, std::string_view action, const FormLook& look, Part content);
/// A section with a heading and a count at its right ("3 sendt").
void section(Writer& h, std::string_view heading_id, std::string_view heading, std::string_view count, Part content);
/// A numbered list of keys (class "knippe"); unknown ids are left out.
void key_bunch(Writer& h, const Scene& s, std::span<const KeyId> keys, std::string_view css = {});
/// A sentence with an icon (class "nestemann").
void side_note(Writer& h, Icon which, Part content);
/// "The stage is not open": why, and the way to the one that is. Writes nothing while it is open.
void closed_notice(Writer& h, const Scene& s);
/// The stages that have been open, as links, and a link that fetches the page anew.
void stage_links(Writer& h, const Scene& s);

/// The list a group stands for now: what it handed in in its last round, else what lies on the table.
std::vector<KeyId> standing_list(const domain::Workshop& workshop, const domain::Group& group);

void welcome_stage(Writer& h, const Scene& s);
void keys_stage(Writer& h, const Scene& s);
void supplement_stage(Writer& h, const Scene& s);
void rank_stage(Writer& h, const Scene& s);
void measures_stage(Writer& h, const Scene& s);
void pitch_stage(Writer& h, const Scene& s);
void result_stage(Writer& h, const Scene& s);

/// Class of <main> and the page's title.
struct StageLook {
  std::string_view main_class;
  std::string title;
};
StageLook look_of(const Scene& s);
/// The header #topp.
void participant_header(Writer& h, const Scene& s);
/// The inside of #innhold.
void participant_body(Writer& h, const Scene& s);
/// The inside of #melding: what could not be taken in, and text kept from another stage.
void participant_message(Writer& h, const Scene& s);

}  // namespace knippe::views
