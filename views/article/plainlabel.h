#pragma once

class QLabel;
class QWidget;

namespace demarche::article {

/// A label for an article's own words: they are never markup, wrap, and can be copied.
[[nodiscard]] QLabel *plainLabel(QWidget *parent);

} // namespace demarche::article
