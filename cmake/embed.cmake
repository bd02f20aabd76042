# What the program carries inside itself: assets (hashed, compressed), icons, message catalogues.
# knippe_embed(TARGET) makes them and adds them to TARGET.

set(KNIPPE_CSS_ORDER theme.css designsystemet.css base.css participant.css phone.css projector.css desk.css desk_live.css report.css photos.css follow_up.css keeping.css
    likeness.css
    print.css modes.css pct.css)
set(KNIPPE_LANGS nb nn en)

# The files of assets/FOLDER, a JSON object in each, one after another; SOURCE of the calling room carries them by the name of MACRO.
function(knippe_carry_json FOLDER SOURCE MACRO)
  set(ALL ${CMAKE_CURRENT_BINARY_DIR}/generated/${FOLDER}.json)
  file(GLOB FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/${FOLDER}/*.json)
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/generated)
  add_custom_command(OUTPUT ${ALL} COMMAND ${CMAKE_COMMAND} -E cat ${FILES} > ${ALL} DEPENDS ${FILES} COMMENT "Packing ${FOLDER}" VERBATIM)
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/${SOURCE} PROPERTIES OBJECT_DEPENDS "${ALL}" COMPILE_DEFINITIONS "${MACRO}=\"${ALL}\"")
endfunction()

function(knippe_embed TARGET)
  set(OUT ${CMAKE_CURRENT_BINARY_DIR}/generated)
  set(GEN ${OUT}/views/generated)
  set(ASSETS ${CMAKE_SOURCE_DIR}/assets)
  file(MAKE_DIRECTORY ${GEN})
  add_executable(pack_assets ${CMAKE_SOURCE_DIR}/tools/pack_assets.cpp)
  target_link_libraries(pack_assets PRIVATE knippe_options knippe_base ZLIB::ZLIB fmt::fmt)
  add_executable(pack_icons ${CMAKE_SOURCE_DIR}/tools/pack_icons.cpp)
  target_link_libraries(pack_icons PRIVATE knippe_options fmt::fmt)

  # One style sheet, in this order; fonts first, because style sheets name them.
  set(STYLE "")
  foreach(sheet ${KNIPPE_CSS_ORDER})
    if(EXISTS ${ASSETS}/css/${sheet})
      list(APPEND STYLE ${ASSETS}/css/${sheet})
    else()
      list(APPEND STYLE ${ASSETS}/vendor/designsystemet-css/${sheet})
    endif()
  endforeach()
  file(GLOB IMAGES CONFIGURE_DEPENDS ${ASSETS}/images/*)
  file(GLOB SCRIPTS CONFIGURE_DEPENDS ${ASSETS}/js/*.js)
  # Sheets of pages that a phone in the hall seldom opens lie apart, so that the one for all stays small.
  file(GLOB APART CONFIGURE_DEPENDS ${ASSETS}/css/*.css)
  list(REMOVE_ITEM APART ${STYLE})
  set(PLAIN ${APART} ${ASSETS}/vendor/inter/inter-latin-opsz-normal.woff2 ${ASSETS}/vendor/inter/inter-latin-ext-opsz-normal.woff2 ${IMAGES}
      ${ASSETS}/vendor/htmx/htmx.min.js ${ASSETS}/vendor/htmx/hx-sse.min.js ${SCRIPTS})
  add_custom_command(OUTPUT ${GEN}/assets.cpp
    COMMAND pack_assets ${GEN} ${PLAIN} --style style.css ${STYLE}
    DEPENDS pack_assets ${PLAIN} ${STYLE} COMMENT "Packing assets" VERBATIM)

  file(GLOB ICONS CONFIGURE_DEPENDS ${ASSETS}/icons/*.svg ${ASSETS}/vendor/aksel-icons/*.svg)
  add_custom_command(OUTPUT ${GEN}/icons.h ${GEN}/icons.cpp
    COMMAND pack_icons ${GEN} ${ICONS} DEPENDS pack_icons ${ICONS} COMMENT "Packing icons" VERBATIM)

  find_program(MSGCAT msgcat REQUIRED)
  find_program(MSGFMT msgfmt REQUIRED)
  set(CATALOGUES "")
  foreach(lang ${KNIPPE_LANGS})
    file(GLOB AREAS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/locale/${lang}/*.po)
    # Its header counts for the whole.
    list(REMOVE_ITEM AREAS ${CMAKE_SOURCE_DIR}/locale/${lang}/common.po)
    list(PREPEND AREAS ${CMAKE_SOURCE_DIR}/locale/${lang}/common.po)
    add_custom_command(OUTPUT ${GEN}/${lang}.mo
      COMMAND ${MSGCAT} --use-first --no-wrap ${AREAS} -o ${GEN}/${lang}.po
      COMMAND ${MSGFMT} --check ${GEN}/${lang}.po -o ${GEN}/${lang}.mo
      DEPENDS ${AREAS} COMMENT "Catalogue ${lang}" VERBATIM)
    list(APPEND CATALOGUES ${GEN}/${lang}.mo)
  endforeach()
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/catalogue_data.cpp PROPERTIES
    OBJECT_DEPENDS "${CATALOGUES}" COMPILE_DEFINITIONS "KNIPPE_CATALOGUES=\"${GEN}\"")

  knippe_carry_json(methods involvement/method.cpp KNIPPE_METHODS)

  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/profile/municipalities.cpp PROPERTIES
    OBJECT_DEPENDS "${ASSETS}/municipalities/municipalities.tsv" COMPILE_DEFINITIONS "KNIPPE_MUNICIPALITIES=\"${ASSETS}/municipalities/municipalities.tsv\"")

  # The record of the seminar the method comes from.
  set(RECORD ${ASSETS}/archive/2017.json)
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/archive/record.cpp PROPERTIES
    OBJECT_DEPENDS "${RECORD}" COMPILE_DEFINITIONS "KNIPPE_RECORD=\"${RECORD}\"")

  target_sources(${TARGET} PRIVATE ${GEN}/assets.cpp ${GEN}/icons.cpp ${GEN}/icons.h)
  add_custom_target(${TARGET}_generated DEPENDS ${GEN}/icons.h ${GEN}/assets.cpp ${CATALOGUES})
  add_dependencies(${TARGET} ${TARGET}_generated)
  target_include_directories(${TARGET} PUBLIC ${OUT})
endfunction()
