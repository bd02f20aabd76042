#include "web/across.h"

#include <algorithm>

#include "store/store.h"
#include "web/profile.h"
#include "web/site.h"

namespace knippe::web {
namespace {

constexpr std::size_t workshops_counted = 200;

}  // namespace

std::shared_ptr<const http::Stencil> Across::text(const Site& site, const std::string& name, const Write& write) {
  const std::lock_guard lock(mutex_);
  look_again(site);
  auto& kept = texts_[name];
  if (kept) return kept;
  std::vector<views::AcrossSource> sources;
  for (const Counted& each : counted_)
    if (each.source) sources.push_back(*each.source);
  sources.push_back(views::across_source(views::seminar_record()));
  return kept = std::make_shared<const http::Stencil>(write(sources), std::span<const std::string>());
}

void Across::look_again(const Site& site) {
  std::vector<Counted> before = std::exchange(counted_, {});
  bool same = true;
  if (const auto rooms = site.store.rooms().list_published(workshops_counted))
    for (const store::Room& room : *rooms) {
      const std::size_t at = counted_.size();
      const bool stood_here = at < before.size() && before[at].room == room.id;
      const Seq seen = stood_here ? before[at].seq : Seq{};
      counted_.push_back(count(site, room.id, before));
      same = same && stood_here && counted_.back().seq == seen;
    }
  const auto sender = sender_of(site);
  std::optional<views::Sender> now = sender ? std::optional(*sender) : std::nullopt;
  if (same && counted_.size() == before.size() && now == sender_) return;
  sender_ = std::move(now);
  texts_.clear();
}

/// The journal says whether a workshop has changed; only then is it read.
Across::Counted Across::count(const Site& site, RoomId room, std::vector<Counted>& before) const {
  const auto head = site.desk.tree_head(room);
  const auto known = std::ranges::find(before, room, &Counted::room);
  if (known != before.end() && head && head->seq == known->seq) return std::move(*known);
  Counted counted{room, {}, {}};
  (void)site.desk.read(room, [&](const domain::Workshop& workshop, Seq seq) {
    counted.seq = seq;
    counted.source = views::across_source(workshop, room);
  });
  return counted;
}

}  // namespace knippe::web
