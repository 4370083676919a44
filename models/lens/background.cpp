#include "models/lens/background.h"

#include <QThread>

#include <algorithm>

namespace demarche::lens {

namespace {

constexpr int least = 4;

class Pool : public QThreadPool
{
public:
    Pool() { setMaxThreadCount(std::max(least, QThread::idealThreadCount())); }
};

} // namespace

QThreadPool &background()
{
    static Pool pool;
    return pool;
}

} // namespace demarche::lens
