#pragma once
// A file inside the program: KNIPPE_CARRY(symbol, "path") at namespace scope outside any namespace; its bytes lie between `symbol` and `symbol_end`.

#define KNIPPE_CARRY(symbol, file)                                                                       \
  asm(".section .rodata,\"a\",@progbits\n.balign 16\n.hidden " #symbol "\n.global " #symbol "\n" #symbol \
      ":\n.incbin \"" file "\"\n.hidden " #symbol "_end\n.global " #symbol                               \
      "_end\n" #symbol "_end:\n.previous\n");                                                            \
  extern "C" const char symbol[];                                                                        \
  extern "C" const char symbol##_end[]
