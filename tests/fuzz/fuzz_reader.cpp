#include "models/corpus/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace demarche;
using namespace demarche::corpus;

namespace {

/// The reader that this target was built for: DEMARCHE_FUZZ_READER begins its name.
const Reader &reader()
{
    static const Reader *chosen = [] {
        for (const Reader *one : readers()) {
            if (QString(one->name())
                    .section(u' ', -1)
                    .compare(QLatin1StringView(DEMARCHE_FUZZ_READER), Qt::CaseInsensitive) == 0)
                return one;
        }
        std::abort(); // a target for a reader that is not there
    }();
    return *chosen;
}

} // namespace

/// Any bytes give articles with a text, or a problem; never a crash, a hang or a leak.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Source source{u"made"_s, QByteArrayView(data, qsizetype(size))};
    const int likeness = reader().likeness(source);
    if (likeness < 0 || likeness > 100)
        std::abort();
    const Sink sink{[](Article &&article) {
                        if (article.text.isEmpty())
                            std::abort();
                        return true;
                    },
                    [](Problem &&) {}};
    static_cast<void>(reader().read(source, sink));
    return 0;
}
