#include "models/knowledge/fold.h"

namespace demarche::knowledge {

namespace {

QLatin1StringView undecomposed(QChar c)
{
    switch (c.unicode()) {
    case u'ø':
    case u'Ø':
        return QLatin1StringView("o");
    case u'ł':
    case u'Ł':
        return QLatin1StringView("l");
    case u'đ':
    case u'Đ':
    case u'ð':
    case u'Ð':
        return QLatin1StringView("d");
    case u'ı':
        return QLatin1StringView("i");
    case u'ə':
    case u'Ə':
        return QLatin1StringView("a");
    case u'ß':
        return QLatin1StringView("ss");
    case u'æ':
    case u'Æ':
        return QLatin1StringView("ae");
    case u'œ':
    case u'Œ':
        return QLatin1StringView("oe");
    case u'þ':
    case u'Þ':
        return QLatin1StringView("th");
    default:
        return {};
    }
}

bool isAscii(QStringView s)
{
    for (QChar c : s) {
        if (c.unicode() >= 128)
            return false;
    }
    return true;
}

/// Whether what stands between two atoms can stand inside a name. A full stop can after an initial or
/// abbreviation.
bool joins(QStringView between, qsizetype lengthBefore)
{
    if (between.size() > 3)
        return false;
    for (QChar c : between) {
        switch (c.unicode()) {
        case u' ':
        case u'\u00a0':
        case u'\n':
        case u'\r':
        case u'-':
        case u'\u2010':
        case u'\u2011':
        case u'\'':
        case u'\u2019':
        case u'\u2018':
        case u'`':
            continue;
        case u'.':
            if (lengthBefore <= 3)
                continue;
            return false;
        default:
            return false;
        }
    }
    return between.count(u'\n') <= 1;
}

/// The end of "U.S." that begins at `at`, or `at` where there is no dotted abbreviation.
qsizetype dottedEnd(QStringView text, qsizetype at)
{
    qsizetype end = at;
    int letters = 0;
    while (end + 1 < text.size() && text[end].isLetter() && text[end + 1] == u'.') {
        end += 2;
        ++letters;
    }
    if (letters >= 1 && end < text.size() && text[end].isLetter() && text[end].isUpper() &&
        (end + 1 == text.size() || !text[end + 1].isLetterOrNumber())) {
        ++end; // "U.S" without its last stop
        ++letters;
    }
    return letters >= 2 ? end : at;
}

Atom plain(QStringView text, qsizetype begin, qsizetype end)
{
    Atom atom;
    const QStringView form = text.mid(begin, end - begin);
    atom.span = {begin, end};
    atom.folded = fold(form);
    atom.capital = form[0].isUpper();
    atom.allCaps = form.size() >= 2;
    for (QChar c : form) {
        if (c.isLower()) {
            atom.allCaps = false;
            break;
        }
    }
    return atom;
}

Atom dotted(QStringView text, qsizetype begin, qsizetype end)
{
    Atom atom;
    atom.span = {begin, end};
    atom.folded = fold(text.mid(begin, end - begin).toString().remove(u'.'));
    atom.capital = text[begin].isUpper();
    atom.allCaps = atom.capital;
    atom.dotted = true;
    return atom;
}

} // namespace

QString fold(QStringView s)
{
    QString out(s.size(), Qt::Uninitialized);
    if (isAscii(s)) {
        for (qsizetype i = 0; i < s.size(); ++i) {
            const char16_t c = s[i].unicode();
            out[i] = QChar(char16_t(c >= u'A' && c <= u'Z' ? c + 32 : c));
        }
        return out;
    }
    out.clear();
    for (QChar c : s.toString().normalized(QString::NormalizationForm_D)) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const QLatin1StringView other = undecomposed(c);
        if (other.isEmpty())
            out.append(c.toLower());
        else
            out.append(other);
    }
    return out;
}

std::vector<Atom> atoms(QStringView text)
{
    std::vector<Atom> found;
    found.reserve(size_t(text.size() / 5));
    const auto wordy = [&](qsizetype i) {
        return text[i].isLetterOrNumber() || text[i].category() == QChar::Mark_NonSpacing;
    };
    qsizetype i = 0;
    while (i < text.size()) {
        if (!wordy(i)) {
            ++i;
            continue;
        }
        const qsizetype stop = dottedEnd(text, i);
        qsizetype end = i;
        if (stop == i) {
            while (end < text.size() && wordy(end))
                ++end;
        }
        Atom atom = stop > i ? dotted(text, i, stop) : plain(text, i, end);
        if (!found.empty()) {
            const text::Span before = found.back().span;
            atom.joined = joins(text.mid(before.end, atom.span.begin - before.end), before.length());
        }
        i = atom.span.end;
        found.push_back(std::move(atom));
    }
    return found;
}

} // namespace demarche::knowledge
