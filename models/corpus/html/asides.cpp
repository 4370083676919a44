#include "models/corpus/html/asides.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr qsizetype longestHeading = 90;
constexpr double mostLinks = 0.5; ///< of a paragraph that is no list of links
const auto anyCase = QRegularExpression::CaseInsensitiveOption;

bool isHeadingTag(GumboTag tag)
{
    return tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6;
}

/// True for a form that asks for an address to send letters to.
bool asksForAddress(Node form)
{
    bool asks = false;
    walk(form, [&asks](Node node) {
        asks = asks || (is(node, GUMBO_TAG_INPUT) &&
                        (attribute(node, "type").compare("email"_L1, Qt::CaseInsensitive) == 0 ||
                         attribute(node, "name").contains("email"_L1, Qt::CaseInsensitive)));
        return !asks;
    });
    return is(form, GUMBO_TAG_FORM) && asks;
}

/// The elements that a page's first headings lie in.
QSet<Node> titledElements(Node body)
{
    QSet<Node> titled;
    walk(body, [&titled](Node node) {
        if (is(node, GUMBO_TAG_H1)) {
            for (Node at = node; at != nullptr && !titled.contains(at); at = at->parent)
                titled.insert(at);
        }
        return true;
    });
    return titled;
}

/// The first element below that has text of its own; null where there is no text.
Node firstWithText(Node element, int depth = 0)
{
    for (Node child : children(element)) {
        if (isText(child) && child->type != GUMBO_NODE_WHITESPACE)
            return element;
        if (!isElement(child) || depth > deepest || is(child, GUMBO_TAG_SCRIPT) || is(child, GUMBO_TAG_STYLE))
            continue;
        if (Node found = firstWithText(child, depth + 1))
            return found;
    }
    return nullptr;
}

/// The box about a form: what little stands beside it says what it is for.
Node boxOf(Node form)
{
    constexpr qsizetype mostWords = 400; ///< units
    Node parent = form->parent;
    return parent != nullptr && isElement(parent) && !is(parent, GUMBO_TAG_BODY) &&
                   textBelow(parent).size() <= mostWords
               ? parent
               : form;
}

bool lies(Node node, Node within)
{
    while (node != nullptr && node != within)
        node = node->parent;
    return node != nullptr;
}

} // namespace

Aside asideOf(const QString &heading)
{
    static const QRegularExpression comments(
        u"^(?:(?:\\d[\\d,. ]*\\s*)?(?:reader |user )?comments?|\\d[\\d,. "
        u"]*\\s*(?:replies|responses|discussions?)|"
        u"discussion about this post|join the (?:conversation|discussion)|leave a (?:comment|reply)|have "
        u"your say|"
        u"what do you think)(?:\\s*\\(\\d+\\))?\\s*[:?]?$"_s,
        anyCase);
    static const QRegularExpression offers(
        u"^(?:subscribe\\b|sign up\\b|register (?:now|free|for free|to (?:read|continue))|log ?in\\b|"
        u"already a (?:subscriber|member)|become a (?:member|subscriber|patron)|"
        u"support (?:us\\b|our (?:work|journalism|newsroom)|independent|quality)|get (?:full|unlimited) "
        u"access|"
        u"get (?:our|the latest) .*|continue reading|keep reading|to (?:continue reading|read (?:the "
        u"full|this|more|on))|"
        u"this (?:article|content|story) is (?:for|only|exclusive|reserved)|unlock (?:this|the "
        u"full|unlimited|access)|"
        u"explore our (?:subscriptions|newsletters)|join our |download (?:our|the) app|follow "
        u"us\\b|cookies?\\b|"
        u"we value your|your privacy|stay (?:informed|up to date|in the loop)|the .{0,30} by "
        u"mail$|.{0,40}newsletters?$|"
        u"donate$|donate (?:now|to)|contacts?(?: for the media)?$|media (?:contacts?|enquiries)$)"_s,
        anyCase);
    static const QRegularExpression others(
        u"^(?:related(?: (?:articles?|stories|posts|news|topics|content|links|press releases|coverage))?|"
        u"recommended(?: (?:stories|articles|reading|posts|videos|for you|by .*))?|"
        u"more (?:from .*|on this .*|about this .*|in [\\p{L} ]{3,20}|(?:top "
        u")?stories.*|news.*|posts.*|articles.*|"
        u"briefs|coverage.*|to (?:explore|read))|read (?:more|next|also)\\b.*|also read|see also|more|"
        u"latest(?: (?:news|stories|posts|articles|headlines|from .*))?|most "
        u"(?:read|popular|viewed|shared)\\b.*|"
        u"trending(?: (?:now|stories|topics|on .*))?|popular(?: (?:stories|posts|articles|now|news|on .*))?|"
        u"you (?:may|might) (?:also )?(?:like|be interested).*|don.t miss.*|editor.?s.? "
        u"(?:picks?|choice)|top stories|"
        u"in other news|up next|what to read next|recent (?:posts|articles|news|stories)|about the authors?|"
        u"written by\\b.*|share(?: this.*| on.*)?|tags?|filed under|topics?|advertisement|sponsored.*|around "
        u"the web|"
        u"in (?:this|the same) series|watch(?: next)?|gallery|photos|files|downloads?|attachments?)\\s*:?$"_s,
        anyCase);
    const QString words = heading.simplified();
    if (words.isEmpty() || words.size() > longestHeading)
        return Aside::None;
    if (comments.match(words).hasMatch())
        return Aside::Comments;
    if (offers.match(words).hasMatch())
        return Aside::Offer;
    return others.match(words).hasMatch() ? Aside::Others : Aside::None;
}

QHash<Node, Aside> asidesOf(Node body)
{
    QHash<Node, Aside> asides;
    const QSet<Node> titled = titledElements(body);
    walk(body, [&](Node heading) {
        if (asksForAddress(heading)) {
            if (Node box = boxOf(heading); !titled.contains(box))
                asides.insert(box, Aside::Offer);
            return false;
        }
        if (!isElement(heading) || !isHeadingTag(heading->v.element.tag))
            return true;
        const Aside aside = asideOf(textBelow(heading));
        for (Node at = heading->parent; aside != Aside::None && at != nullptr && at != body;
             at = at->parent) {
            Node first = firstWithText(at);
            if (first == nullptr || !lies(first, heading) || titled.contains(at))
                break;
            asides.insert(at, aside);
        }
        return false;
    });
    return asides;
}

void eraseAsides(std::vector<Block> &blocks)
{
    const auto comments = std::ranges::find_if(blocks, [](const Block &block) {
        return block.isHeading() && asideOf(block.text) == Aside::Comments;
    });
    blocks.erase(comments, blocks.end());
    bool isAside = false;
    int plain = 0; // paragraphs without links under such a heading: a second one is the article's again
    std::erase_if(blocks, [&](const Block &block) {
        if (block.isHeading()) {
            isAside = asideOf(block.text) != Aside::None;
            plain = 0;
        } else if (isAside && block.linkShare() < mostLinks) {
            isAside = ++plain <= 1;
        }
        return isAside;
    });
}

} // namespace demarche::corpus::html
