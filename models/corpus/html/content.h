#pragma once

#include "models/corpus/html/tree.h"

#include <QString>

namespace demarche::corpus::html {

/// The text of a page's article, paragraphs parted by empty lines: without menus, teasers, captions, comments
/// and the like, and without its title, byline and date. Empty where the page has no stretch of prose.
///
/// The method weighs structure by text: each element's mass is the length of the prose below it (blocks long
/// enough to be sentences and not made of links; elements that are furniture by tag, role or class count for
/// nothing unless most of the page lies in them). From the body, or from the element that names itself the
/// article's text, it goes down while one child holds nearly all of the mass; that element's blocks, cleared
/// of furniture lines and of headings that head nothing, are the text. After Kohlschütter, Fankhauser and
/// Nejdl, "Boilerplate Detection using Shallow Text Features" (2010), for the two features, link density and
/// text length.
[[nodiscard]] QString articleText(const Tree &tree, const QString &title);

} // namespace demarche::corpus::html
