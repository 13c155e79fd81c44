package se.samspar.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparTest;

/**
 * HAPI's jobs run on every node, also those that it means to run once in a cluster. docs/operations.md says of each why it is
 * harmless twice: of one that is new, somebody has to find out.
 */
@SamsparTest
class HapiJobsTest {

    @Autowired
    ISchedulerService scheduler;

    @Test
    void theJobsOfTheClusterAreThoseThatAreHarmlessTwice() throws SchedulerException {
        assertThat(names(scheduler.getClusteredJobKeysForUnitTest()))
                .containsExactlyInAnyOrder(
                        "StaleSearchDeletingSvcImpl",
                        "SearchUrlMaintenanceJob",
                        "ResourceReindexingSvcImpl",
                        "CacheWarmingSvcImpl",
                        "TermReadSvcImpl",
                        "PurgeExpiredFilesJob",
                        "JobMaintenanceScheduledJob",
                        "ReductionStepExecutorScheduledJob");
    }

    @Test
    void theJobsOfANodeConcernItsOwnMemoryOrHaveNothingToDo() throws SchedulerException {
        assertThat(names(scheduler.getLocalJobKeysForUnitTest()))
                .containsExactlyInAnyOrder(
                        "ResourceChangeListenerCacheRefresherImpl",
                        "ActivationJob",
                        "TermReindexingSvcImpl",
                        "ResourceCountCache",
                        "Job"); // of TermDeferredStorageSvcImpl
    }

    private static Stream<String> names(Set<JobKey> jobs) {
        return jobs.stream().map(job -> job.getName().replaceAll(".*[.$]", ""));
    }
}
