#pragma once
// A visitor made of lambdas.

namespace knippe::domain {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};

}  // namespace knippe::domain
