package dev.assay.shell.run;

import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Progress;

/** Hears of the jobs that commands of one thread run; how the shell watches and stops them. */
public interface JobControl {

    /** A job begins; cancelling stops it gently. */
    void begin(Cancellation cancellation);

    /** The job got on. */
    void progress(Progress progress);

    /** The job has ended. */
    void end();

    /** {@return whether the job runs behind the prompt, where no bar may be drawn} */
    boolean isBackground();
}
