#include "views/catalogue_data.h"

#define CARRY(symbol, file)                                                                              \
  asm(".section .rodata,\"a\",@progbits\n.balign 16\n.hidden " #symbol "\n.global " #symbol "\n" #symbol \
      ":\n.incbin \"" KNIPPE_CATALOGUES file "\"\n.hidden " #symbol "_end\n.global " #symbol             \
      "_end\n" #symbol "_end:\n.previous\n");                                                            \
  extern "C" const char symbol[];                                                                        \
  extern "C" const char symbol##_end[]

CARRY(knippe_mo_nb, "/nb.mo");
CARRY(knippe_mo_nn, "/nn.mo");
CARRY(knippe_mo_en, "/en.mo");

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
