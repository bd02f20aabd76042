#include "store/templates.h"

#include "store/testing.h"

namespace knippe::store {
namespace {

using testing::key_of;
using testing::StoreTest;

class TemplatesTest : public StoreTest {
 protected:
  Templates& templates() { return store().templates(); }
  TemplateId add(const char* name) {
    return templates()
        .add({.id = {},
              .organisation = default_organisation,
              .name = name,
              .language = "nb",
              .text = "{\"keys\":[]}",
              .changed = {}})
        .value();
  }
};

TEST_F(TemplatesTest, ATextComesBackByteForByte) {
  const std::string text = "{\"a\": \"\\u0000 æ\"}\n" + std::string("\0x", 2);
  const auto id = templates()
                      .add({.id = {},
                            .organisation = default_organisation,
                            .name = "KS 2017",
                            .language = "nb",
                            .text = text,
                            .changed = {}})
                      .value();
  reopen();
  const auto found = templates().find(id).value();
  EXPECT_EQ(found.text, text);
  EXPECT_EQ(found.name, "KS 2017");
  EXPECT_EQ(found.language, "nb");
  EXPECT_EQ(found.changed, clock.now());
}

TEST_F(TemplatesTest, AreListedByNameWithoutTexts) {
  add("B");
  const auto a = add("A");
  const auto list = templates().list(default_organisation).value();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].id, a);
  EXPECT_EQ(list[0].text, "");
  EXPECT_EQ(templates().count(default_organisation), 2u);
  EXPECT_EQ(templates().count(OrganisationId{2}), 0u);
}

TEST_F(TemplatesTest, ANameIsTakenOnce) {
  const auto a = add("A");
  const auto b = add("B");
  EXPECT_EQ(key_of(templates().add({.id = {},
                                    .organisation = default_organisation,
                                    .name = "A",
                                    .language = "nb",
                                    .text = "{}",
                                    .changed = {}})),
            "template.name_taken");
  auto changed = templates().find(b).value();
  changed.name = "A";
  EXPECT_EQ(key_of(templates().replace(changed)), "template.name_taken");
  changed.name = "C";
  changed.text = "{\"k\":5}";
  EXPECT_TRUE(templates().replace(changed));
  EXPECT_EQ(templates().find(b).value().text, "{\"k\":5}");
  EXPECT_TRUE(templates().remove(a));
  EXPECT_EQ(key_of(templates().find(a)), "template.not_found");
  changed.id = a;
  EXPECT_EQ(key_of(templates().replace(changed)), "template.name_taken");
  changed.name = "D";
  EXPECT_EQ(key_of(templates().replace(changed)), "template.not_found");
}

}  // namespace
}  // namespace knippe::store
