#include "models/corpus/html/boilerplate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace demarche::corpus::html {

namespace {

constexpr std::array furnitureTags{GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,     GUMBO_TAG_ASIDE, GUMBO_TAG_FORM,
                                   GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MENU};

constexpr qsizetype longestFurnitureLine = 180;

/// Words of class names and ids, where "-" and "_" part words and so does a capital inside one.
QString wordsOf(const QString &names)
{
    static const QRegularExpression hump(u"([a-z])([A-Z])"_s);
    QString words = names;
    words.replace(hump, u"\\1 \\2"_s);
    words.replace(u'-', u' ').replace(u'_', u' ').replace(u':', u' ').replace(u'/', u' ');
    return u' ' + words.toLower().simplified() + u' ';
}

/// The words of an element's classes and of its id, which is no part of them.
QString namesOf(Node node)
{
    const QString classes = attribute(node, "class");
    const QString id = attribute(node, "id");
    return id.isEmpty() ? wordsOf(classes) : wordsOf(classes) + u'|' + wordsOf(id);
}

/// What an element is within its block, where classes say so: "newsletter" of "article-body__newsletter"
/// (https://getbem.com/naming).
QString elementWordsOf(Node node)
{
    static const QRegularExpression element(u"__([A-Za-z][\\w-]*?)(?:--|\\s|$)"_s);
    return wordsOf(element.match(attribute(node, "class")).captured(1));
}

const QRegularExpression &furnitureWords()
{
    static const QRegularExpression words(
        u" (?:comments?|disqus|share|sharing|sharebar|sharedaddy|social|related|recommend(?:ed|ations?)?|"
        u"recirc|outbrain|taboola|newsletters?|"
        "subscri(?:be|ption)s?|signup|sign "
        "up|promos?|promotion|ads?|advert(?:s|isement|ising)?|sponsor(?:ed)?|sidebar|rail|"
        "footer|navigation|navbar|nav|menu|breadcrumbs?|cookies?|consent|gdpr|popup|modal|overlay|toolbar|"
        "widgets?|tags?|"
        "taglist|topics|keywords|caption|credits?|most (?:read|popular|viewed)|trending|popular|read "
        "more|more (?:on|from|stories)|also read|"
        "paywall|regwall|author bio|about author|bio|byline|dateline meta|post meta|entry meta|article "
        "meta|metadata|"
        "(?:image|photo|picture|figure) (?:title|description|legend|source|text)|legend|"
        u"timestamp|posted on|pagination|pager|jump|skip|screen reader text|visually hidden|sr "
        "only|hidden|print only|"
        "toc|rating|poll|quiz|gallery|slideshow|copyright|legal|masthead|site "
        "header|login|search|teasers?|next up|"
        "up next|follow us|correction policy|infobox|fact box|factbox|jp relatedposts|embed|tweet|instagram|download app) "_s);
    return words;
}

bool isFurnitureRole(const QString &role)
{
    static const QStringList roles{u"navigation"_s, u"banner"_s, u"contentinfo"_s, u"complementary"_s,
                                   u"search"_s,     u"dialog"_s, u"menu"_s,        u"menubar"_s,
                                   u"toolbar"_s,    u"alert"_s,  u"note"_s,        u"form"_s};
    return roles.contains(role);
}

} // namespace

bool isFurniture(Node node)
{
    if (!isElement(node))
        return false;
    if (std::ranges::find(furnitureTags, node->v.element.tag) != furnitureTags.end())
        return true;
    if (node->v.element.attributes.length == 0 || is(node, GUMBO_TAG_BODY) || is(node, GUMBO_TAG_HTML) ||
        attribute(node, "itemprop") == "articleBody"_L1)
        return false;
    if (furnitureWords().match(elementWordsOf(node)).hasMatch())
        return true;
    if (isNamedBody(node))
        return false;
    return isFurnitureRole(attribute(node, "role")) || furnitureWords().match(namesOf(node)).hasMatch();
}

bool isNamedBody(Node node)
{
    static const QRegularExpression words(
        u" (?:article ?(?:body|content|text|copy|main|page)|entry content|post "
        u"(?:content|body|text|article)|story (?:body|content|text)|"
        "body (?:content|text|copy)|content (?:body|text|article)|main content|news "
        "(?:text|body|content|detail|article)|td post content|"
        "field name body|wysiwyg|rich text|paragraphs|article paragraphs|single content|detail (?:text|content|body)) "_s);
    if (!isElement(node) || node->v.element.attributes.length == 0)
        return false;
    if (attribute(node, "itemprop") == "articleBody"_L1)
        return true;
    return words.match(namesOf(node)).hasMatch();
}

namespace {

/// "12m ago (14:10 GMT)", "3 hours ago": when something was put on the page.
bool isRelativeTime(const QString &text)
{
    static const QRegularExpression pattern(
        u"^\\d{1,2}\\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?) ago\\b.{0,24}$|"
        u"^\\(?\\d{1,2}[:.]\\d{2}\\s?(?:[ap]\\.?m\\.?|[A-Z]{2,5})\\)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

/// "Are you in Norland? Tell us what you saw: news@post.example", "you can subscribe here".
bool isAppeal(const QString &text)
{
    constexpr qsizetype longest = 400;
    static const QRegularExpression subscribe(
        u"\\b(?:subscribe|sign up|register) (?:here|now|today|for free)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tell(u"\\b(?:tell us|get in touch|contact us|e-?mail us|write to us|send "
                                         u"us|sending (?:us )?a message|have your say|"
                                         u"share your (?:story|stories|experiences?|views?))\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression whereTo(
        u"\\S@\\S+\\.\\w|\\bwhatsapp\\b|\\btelegram\\b|\\b(?:the|this|our) form\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.size() <= longest && (subscribe.match(text).hasMatch() ||
                                      (tell.match(text).hasMatch() && whereTo.match(text).hasMatch()));
}

/// "Front page | National | Business | Opinion": a menu, whether or not it is made of links.
bool isMenuLine(const QString &text)
{
    constexpr qsizetype fewestBars = 4;
    constexpr qsizetype longestItem = 25;
    const qsizetype bars = text.count(u'|') + text.count(u'•');
    return bars >= fewestBars && text.size() / (bars + 1) <= longestItem;
}

} // namespace

bool isFurnitureLine(const Block &block)
{
    if (isMenuLine(block.text) || isRelativeTime(block.text) || isAppeal(block.text))
        return true;
    static const QRegularExpression lines(
        u"^(?:our standards:|advert(?:isement|isment)?s?\\b|sponsored\\b|story continues|article "
        u"continues|continue "
        u"reading|read (?:more|also|next|the full)|"
        "also read|see also|more (?:on|from|about) this|more:|related\\b|recommended\\b|don.t "
        "miss|watch\\s?:|listen\\s?:|video:|photos?:|image(?: source| credit)?:|"
        "share (?:this|on|via)|share$|tweet$|email$|print$|follow (?:us|@)|like us|subscribe|sign up|get "
        "(?:the|our) (?:latest|newsletter|app)|click here|"
        "download (?:the|our)|join (?:us|our)|comments?\\b.{0,12}$|leave a "
        "(?:comment|reply)|tags?:|topics?:|filed under|categories:|"
        "(?:©|copyright\\b)|all rights reserved|this (?:article|story) (?:was|is) (?:originally )?published|"
        "the post .{3,150} (?:first appeared|appeared first) on |"
        "first published|last updated|updated:|published:|\\d+ (?:min|minute)s? read|loading|skip to|back to "
        "top|menu$|search$|home$|"
        "(?:getty images|reuters|afp|ap photo)\\b.{0,40}$|supported by$|by continuing|we use cookies|your browser|please (?:enable|turn on)|turn on javascript)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return block.text.size() <= longestFurnitureLine && lines.match(block.text).hasMatch();
}

} // namespace demarche::corpus::html
