#include "views/part_of_case.h"

#include "base/encoding.h"

namespace knippe::views {

void part_of_case(Writer& h, const Words& w, const CaseOfWorkshop& belongs_to) {
  if (!belongs_to.room) return;
  h.text(w("casemeasure.part_of_case"));
  h.text(" ");
  h.a({id("til-saken"), cls("ds-link"), href(Url::local("/saker/" + to_base32(belongs_to.room.value))),
       when(belongs_to.language != code(w.lang()), attr::lang(belongs_to.language))}, belongs_to.title);
}

}  // namespace knippe::views
