#include "http/workers.h"

namespace knippe::http {

Workers::Workers(std::size_t threads_max, std::size_t queue_max) : threads_max_(threads_max), queue_max_(queue_max) {}

Workers::~Workers() { stop(); }

bool Workers::submit(Job&& job) {
  {
    const std::lock_guard lock(mutex_);
    const std::size_t free = threads_max_ - busy_;  // these will take theirs at once
    if (stopping_ || queue_.size() >= queue_max_ + free) return false;
    queue_.push_back(std::move(job));
    if (busy_ + queue_.size() > threads_.size() && threads_.size() < threads_max_) threads_.emplace_back([this] { work(); });
  }
  wake_.notify_one();
  return true;
}

void Workers::stop() {
  std::deque<Job> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    dropped.swap(queue_);
  }
  wake_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    Job job = std::move(queue_.front());
    queue_.pop_front();
    ++busy_;
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
    --busy_;
  }
}

}  // namespace knippe::http
