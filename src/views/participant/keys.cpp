// Nøklene: the key being presented on top, then all keys by speaker.

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/encoding.h"
#include "domain/workshop/speakers.h"
#include "views/components.h"
#include "views/participant/scene.h"

namespace knippe::views {
namespace {

using Keys = std::vector<const domain::Key*>;

/// In the order in which they are presented.
Keys keys_where(const domain::Workshop& workshop, bool given) {
  Keys found = domain::presenting_order(workshop);
  std::erase_if(found, [&](const domain::Key* key) { return !key->origin != given; });
  return found;
}

/// Position of the presented key among the given ones; -1 when none is presented.
std::ptrdiff_t presented_at(const Scene& s, const Keys& given) {
  if (!s.is_open() || !s.workshop.projector.presented) return -1;
  const auto at = std::ranges::find(given, s.workshop.projector.presented, &domain::Key::id);
  return at == given.end() ? -1 : at - given.begin();
}

void progress_bar(Writer& h, const Scene& s, std::ptrdiff_t at, std::size_t total) {
  h.div({cls("presenteres__fot")}, [&] {
    h.span({cls("fremdrift"), aria_hidden()}, [&] {
      for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(total); ++i)
        h.i({cls(i < at ? "ferdig" : i == at ? "naa" : "")});
    });
    h.span(s.w.format("participant.of", at + 1, total));
  });
}

void presented_card(Writer& h, const Scene& s, const Keys& given, std::ptrdiff_t at) {
  if (at < 0) return;
  const domain::Key& key = *given[static_cast<std::size_t>(at)];
  h.section({cls("presenteres"), id("presenteres"), aria_labelledby("pr-h")}, [&] {
    h.p({cls("presenteres__lbl"), id("pr-h")}, [&] {
      h.span({cls("naamerke")}, s.w("participant.now"));
      h.text(" ");
      h.text(key.speaker.empty() ? std::string(s.w("participant.keys.presented_now"))
                                 : s.w.format("participant.keys.presented_by", key.speaker));
    });
    h.p({cls("presenteres__nr"), aria_hidden()}, key.label);
    h.p({cls("presenteres__navn")}, [&] {
      h.span({cls("ds-sr-only")}, s.w.format("common.key", key.label), ": ");
      h.span({spoken(s, key.language)}, key.short_name);
    });
    if (key.text != key.short_name) h.p({cls("presenteres__tekst"), spoken(s, key.language)}, key.text);
    progress_bar(h, s, at, given.size());
  });
}

void key_card(Writer& h, const Scene& s, const domain::Key& key, bool now) {
  h.li({cls("nokkel nokkel--les", now ? "nokkel--naa" : ""), id("nokkel-", key.id.value), when(now, aria_current())}, [&] {
    h.span({cls("nokkel__nr"), aria_hidden()}, key.label);
    h.div({cls("nokkel__tekst")}, [&] {
      h.h3({cls("nokkel__navn")}, [&] {
        h.span({cls("ds-sr-only")}, s.w.format("common.key", key.label), ": ");
        h.span({spoken(s, key.language)}, key.short_name);
      });
      if (!key.text.empty() && key.text != key.short_name)
        h.p({cls("nokkel__full"), spoken(s, key.language)}, key.text);
    });
  });
}

struct Span {
  std::size_t first;
  std::size_t end;
};

/// Consecutive keys of one speaker.
std::vector<Span> by_speaker(const Keys& given) {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (spans.empty() || given[i]->speaker != given[spans.back().first]->speaker) spans.push_back({i, i});
    spans.back().end = i + 1;
  }
  return spans;
}

void speaker_status(Writer& h, const Scene& s, const Span& span, std::ptrdiff_t at) {
  if (at < 0) return;
  if (at >= static_cast<std::ptrdiff_t>(span.end)) {
    h.span({cls("innleder__st")}, [&] {
      icon(h, Icon::checkmark);
      h.text(s.w("participant.keys.presented"));
    });
  } else if (at < static_cast<std::ptrdiff_t>(span.first)) {
    h.span({cls("innleder__st")}, s.w("participant.keys.coming"));
  } else {
    h.span({cls("naamerke")}, s.w("participant.now"));
  }
}

void speaker_section(Writer& h, const Scene& s, const Keys& given, const Span& span, std::size_t index, std::ptrdiff_t at) {
  const domain::Key& first = *given[span.first];
  const std::string heading = "inn-" + std::to_string(index);
  h.section({cls("innleder"), aria_labelledby(heading)}, [&] {
    h.div({cls("innleder__hode")}, [&] {
      h.h2({id(heading)}, first.speaker.empty() ? s.w("participant.keys.all") : std::string_view(first.speaker));
      speaker_status(h, s, span, at);
    });
    h.ul({cls("nokler"), role("list")}, [&] {
      for (std::size_t i = span.first; i < span.end; ++i) key_card(h, s, *given[i], static_cast<std::ptrdiff_t>(i) == at);
    });
  });
}

void supplemented(Writer& h, const Scene& s) {
  const Keys added = keys_where(s.workshop, false);
  if (added.empty()) return;
  h.section({cls("innleder"), aria_labelledby("nye-h")}, [&] {
    h.div({cls("innleder__hode")}, [&] { h.h2({id("nye-h")}, s.w("participant.keys.from_groups")); });
    h.ul({cls("nokler"), role("list")}, [&] {
      for (const domain::Key* key : added) key_card(h, s, *key, false);
    });
  });
}

}  // namespace

void keys_stage(Writer& h, const Scene& s) {
  const Keys given = keys_where(s.workshop, true);
  const std::ptrdiff_t at = presented_at(s, given);
  h.h1({cls("dtittel")}, s.w("participant.keys.title"));
  h.p({cls("dingress")}, s.w.plural("participant.keys.intro", static_cast<std::int64_t>(given.size())));
  presented_card(h, s, given, at);
  std::size_t index = 0;
  for (const Span& span : by_speaker(given)) speaker_section(h, s, given, span, index++, at);
  supplemented(h, s);
}

}  // namespace knippe::views
