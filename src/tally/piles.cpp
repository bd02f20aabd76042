#include "tally/piles.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "base/check.h"
#include "tally/decimals.h"

namespace knippe::tally {
namespace {

/// Position of the first open option; `cells.size()` when there is none.
template <class Cell>
std::size_t first_open(std::span<const Cell> cells, const std::uint8_t* open) {
  if (cells.size() > 32) return std::ranges::find_if(cells, [&](Cell c) { return open[c] != 0; }) - cells.begin();
  std::uint64_t found = std::uint64_t{1} << cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) found |= std::uint64_t{open[cells[i]]} << i;
  return static_cast<std::size_t>(__builtin_ctzll(found));
}

/// The open options of the first tier that has any.
template <class Cell>
void first_tier(std::span<const Cell> cells, const Shape& shape, const std::uint8_t* open, std::vector<Option>& tier) {
  tier.clear();
  std::size_t at = 0;
  for (const std::size_t size : shape) {
    for (const Cell cell : cells.subspan(at, size))
      if (open[cell]) tier.push_back(cell);
    if (!tier.empty()) return;
    at += size;
  }
}

template <class Cell>
Weight weight_of(const Block<Cell>& block, std::span<const std::uint32_t> papers) {
  if (block.weights.empty()) return static_cast<Weight>(papers.size());
  Weight sum = 0;
  for (const std::uint32_t paper : papers) sum += block.weights[paper];
  return sum;
}

using EveryPaper = std::ranges::iota_view<std::uint32_t, std::uint32_t>;

}  // namespace

Piles::Piles(const Profile& profile, Unranked unranked, int decimals)
    : profile_(profile),
      unranked_(unranked),
      decimals_(decimals),
      open_(profile.option_count(), 1),
      open_count_(profile.option_count()),
      piles_(profile.option_count()),
      votes_(profile.option_count()) {
  std::size_t number = 0;
  profile.for_each_block([&](const auto& block) {
    hand_on(block, number++, EveryPaper(0, static_cast<std::uint32_t>(block.size())), Number(1));
  });
  valid_ = Number(profile.total()) - exhausted_;
  exhausted_ = profile.total();
  for (const Number& votes : votes_) exhausted_ -= votes;
}

std::vector<Option> Piles::open() const {
  std::vector<Option> open;
  for (Option option = 0; option < open_.size(); ++option)
    if (open_[option]) open.push_back(option);
  return open;
}

void Piles::close(Option option) {
  CHECK(is_open(option));
  open_[option] = 0;
  --open_count_;
}

Transfer Piles::move(Option from, const Number& ratio, const Number& kept) {
  CHECK(!is_open(from));
  Transfer transfer{.from = from, .is_surplus = kept != 0, .value = ratio, .to = {}, .exhausted = 0};
  const auto before = votes_;
  const Number exhausted_before = exhausted_;
  const Pile pile = std::exchange(piles_[from], {});
  for (const auto& [value, runs] : pile.parcels) hand_on(runs, cut(value * ratio));
  if (pile.spread != 0) spread(pile.spread * ratio);
  votes_[from] = kept;
  transfer.to.resize(votes_.size());
  Number moved = 0;
  for (Option option = 0; option < votes_.size(); ++option)
    if (option != from) moved += transfer.to[option] = votes_[option] - before[option];
  transfer.exhausted = before[from] - kept - moved;
  exhausted_ = exhausted_before + transfer.exhausted;
  return transfer;
}

Number Piles::cut(const Number& value) const { return decimals_ < 0 ? cut_if_long(value) : cut_to(value, decimals_); }

void Piles::spread(const Number& votes) {
  if (open_count_ == 0) return;
  const Number share = cut(votes / open_count_);
  for (const Option option : open()) {
    piles_[option].spread += share;
    votes_[option] += share;
  }
}

void Piles::hand_on(const std::vector<Run>& runs, const Number& value) {
  for (const Run& run : runs)
    profile_.with_block(run.block, [&](const auto& block) { hand_on(block, run.block, run.papers, value); });
}

template <class Cell, class Papers>
void Piles::hand_on(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value) {
  if (block.is_strict()) return hand_on_strict(block, number, papers, value);
  hand_on_tiers(block, number, papers, value);
}

/// First where each ballot goes, then all of them at once: neither loop has a branch that could be guessed wrong, and the memory that the first
/// waits for is asked for beforehand.
template <class Cell, class Papers>
void Piles::hand_on_strict(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value) {
  constexpr std::size_t ahead = 16;
  const auto nobody = static_cast<Cell>(piles_.size());
  std::vector<Cell> goes_to(papers.size());
  std::vector<std::uint32_t> how_many(piles_.size() + 1);
  for (std::size_t i = 0; i < papers.size(); ++i) {
    if constexpr (!std::is_same_v<Papers, EveryPaper>)
      if (i + ahead < papers.size()) __builtin_prefetch(block.choices(papers[i + ahead]).data());
    const auto choices = block.choices(papers[i]);
    const std::size_t at = first_open(choices, open_.data());
    const Cell* const option = at < choices.size() ? &choices[at] : &nobody;
    ++how_many[goes_to[i] = *option];
  }
  std::vector<std::uint32_t*> end(how_many.size());
  std::vector<std::uint32_t> lost(how_many[nobody]);
  end[nobody] = lost.data();
  for (Option option = 0; option < nobody; ++option)
    if (how_many[option]) end[option] = room_for(option, value, number, how_many[option]);
  for (std::size_t i = 0; i < papers.size(); ++i) *end[goes_to[i]]++ = papers[i];
  for (Option option = 0; option < nobody; ++option)
    if (how_many[option]) votes_[option] += value * weight_of(block, std::span(end[option] - how_many[option], how_many[option]));
  without_name(weight_of(block, std::span<const std::uint32_t>(lost)), value);
}

template <class Cell, class Papers>
void Piles::hand_on_tiers(const Block<Cell>& block, std::size_t number, const Papers& papers, const Number& value) {
  std::vector<Option> tier;
  Weight nameless = 0;
  for (const std::uint32_t paper : papers) {
    first_tier(block.choices(paper), block.shape, open_.data(), tier);
    if (tier.empty()) nameless += block.weight(paper);
    const Number share = tier.size() < 2 ? value : cut(value / tier.size());
    for (const Option option : tier) {
      papers_of(option, share, number).push_back(paper);
      votes_[option] += share * block.weight(paper);
    }
  }
  without_name(nameless, value);
}

/// The end of the option's papers, with room for so many more.
std::uint32_t* Piles::room_for(Option option, const Number& value, std::size_t block, std::size_t more) {
  auto& papers = papers_of(option, value, block);
  papers.resize(papers.size() + more);
  return papers.data() + papers.size() - more;
}

std::vector<std::uint32_t>& Piles::papers_of(Option option, const Number& value, std::size_t block) {
  auto& runs = piles_[option].parcels[value];
  if (runs.empty() || runs.back().block != block) runs.push_back({block, {}});
  return runs.back().papers;
}

void Piles::without_name(Weight weight, const Number& value) {
  if (weight == 0) return;
  if (unranked_ == Unranked::last) return spread(value * weight);
  exhausted_ += value * weight;
}

}  // namespace knippe::tally
