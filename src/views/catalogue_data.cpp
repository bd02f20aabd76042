#include "views/catalogue_data.h"

#include "base/carry.h"

KNIPPE_CARRY(knippe_mo_nb, KNIPPE_CATALOGUES "/nb.mo");
KNIPPE_CARRY(knippe_mo_nn, KNIPPE_CATALOGUES "/nn.mo");
KNIPPE_CARRY(knippe_mo_en, KNIPPE_CATALOGUES "/en.mo");

namespace knippe::views {

std::string_view catalogue_data(Lang lang) {
  switch (lang) {
    case Lang::nb: return {knippe_mo_nb, knippe_mo_nb_end};
    case Lang::nn: return {knippe_mo_nn, knippe_mo_nn_end};
    case Lang::en: return {knippe_mo_en, knippe_mo_en_end};
  }
  __builtin_unreachable();
}

}  // namespace knippe::views
