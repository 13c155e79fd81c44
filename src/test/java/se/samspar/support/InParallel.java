package se.samspar.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several who act at the same moment. */
public final class InParallel {

    private InParallel() {}

    /** Does all of it at once, each on its own thread; the answers in the order of what was done. */
    public static <T> List<T> run(List<Callable<T>> actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            List<T> answers = new ArrayList<>();
            List<Callable<T>> together = actions.stream()
                    .<Callable<T>>map(action -> () -> {
                        start.await();
                        return action.call();
                    })
                    .toList();
            for (Future<T> answer : threads.invokeAll(together)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does the same as many times at once. */
    public static <T> List<T> run(int times, Callable<T> action) throws Exception {
        return run(
                IntStream.range(0, times).<Callable<T>>mapToObj(time -> action).toList());
    }
}
