package dev.atelier.application.log;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Makes lines in the log name the job that they are about, its owner and its trace, by the context
/// of the thread. Threads that are begun meanwhile know nothing of it.
public final class JobLines {

    public static final String JOB = "job_id";
    public static final String USER = "user_id";
    public static final String TRACE = "trace_id";

    /// Of a W3C `traceparent`: a version and a dash, then 32 digits.
    private static final int TRACE_FROM = 3;

    private static final int TRACE_TO = 35;

    private JobLines() {}

    public static void about(AIJob job, Runnable work) {
        about(job.id(), job.owner(), job.terms().traceparent(), work);
    }

    public static void about(JobId job, UserId owner, @Nullable String traceparent, Runnable work) {
        MDC.put(JOB, job.toString());
        MDC.put(USER, owner.value());
        onTrace(traceparent);
        try {
            work.run();
        } finally {
            forget();
        }
    }

    /// From now on lines of this thread name the trace, if there is one.
    public static void onTrace(@Nullable String traceparent) {
        if (traceparent != null && traceparent.length() >= TRACE_TO) {
            MDC.put(TRACE, traceparent.substring(TRACE_FROM, TRACE_TO));
        }
    }

    /// From now on lines of this thread are about nothing.
    public static void forget() {
        MDC.remove(JOB);
        MDC.remove(USER);
        MDC.remove(TRACE);
    }
}
