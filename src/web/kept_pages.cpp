#include "web/kept_pages.h"

namespace knippe::web {

http::Response KeptPages::page(const Table& table, const State& state, std::vector<std::string> values, const std::function<std::string()>& render) {
  auto [asked_before, kept] = look_up(table, state);
  if (!asked_before) return http::html(200, render());
  if (!kept) keep(table, state, kept = std::make_shared<const http::Stencil>(render(), values));
  http::Response response = http::html(200, {});
  response.stencil = std::move(kept);
  response.values = std::move(values);
  return response;
}

std::pair<bool, std::shared_ptr<const http::Stencil>> KeptPages::look_up(const Table& table, const State& state) {
  const std::lock_guard lock(mutex_);
  if (tables_.size() >= tables_max) {
    tables_.clear();
    bytes_ = 0;
  }
  Kept& known = tables_[table];
  if (known.state == state) return {true, known.page};
  drop(known);
  known.state = state;
  return {false, nullptr};
}

void KeptPages::keep(const Table& table, const State& state, std::shared_ptr<const http::Stencil> page) {
  const std::lock_guard lock(mutex_);
  if (bytes_ + page->bytes() > bytes_max)
    for (auto& [other, kept] : tables_) drop(kept);
  const auto known = tables_.find(table);
  if (known == tables_.end() || known->second.state != state) return;
  drop(known->second);
  bytes_ += page->bytes();
  known->second.page = std::move(page);
}

void KeptPages::forget(RoomId room) {
  const std::lock_guard lock(mutex_);
  for (auto& [table, kept] : tables_)
    if (table.room == room) drop(kept);
  std::erase_if(tables_, [&](const auto& each) { return each.first.room == room; });
}

void KeptPages::drop(Kept& kept) {
  if (!kept.page) return;
  bytes_ -= kept.page->bytes();
  kept.page.reset();
}

}  // namespace knippe::web
