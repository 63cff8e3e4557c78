package dev.assay.shell.repl;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Colours;
import dev.assay.shell.run.ErrorPrinter;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Session;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Runs command lines on threads of their own, so that Ctrl-C and Ctrl-Z mean the command. */
final class Runner {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Session session;
    private final Host host;
    private final JobTable jobs;
    private final LineReader reader;

    Runner(Session session, Host host, JobTable jobs, LineReader reader) {
        this.session = session;
        this.host = host;
        this.jobs = jobs;
        this.reader = reader;
    }

    /** {@return the process as it is now: the window may have been resized} */
    Host host() {
        int width = reader.getTerminal().getSize().getColumns();
        int height = reader.getTerminal().getSize().getRows();
        if (width <= 0 || height <= 0) {
            return host;
        }
        return host.writingTo(host.out(), host.outLook().sized(width, height))
                .talkingTo(host.err(), host.errLook().sized(width, height));
    }

    /** {@return how the line ended, or OK once it runs behind the prompt} */
    ExitCode run(String typed, ShellLine line, List<String> words) {
        Job job = jobs.create(line.command(typed), line.background());
        Thread thread =
                Thread.ofPlatform()
                        .name("job-" + job.number())
                        .daemon()
                        .unstarted(() -> work(job, line, words));
        if (job.isBackground()) {
            jobs.add(job);
            thread.start();
            say("[" + job.number() + "] " + job.line());
            return ExitCode.OK;
        }
        return inFront(job, thread::start);
    }

    /**
     * {@return how a job ended that was brought back to the front, unless it was sent off again}
     */
    ExitCode bringInFront(Job job) {
        say("[" + job.number() + "] " + job.line());
        return inFront(job, job::moveInFront);
    }

    private ExitCode inFront(Job job, Runnable begin) {
        Terminal terminal = reader.getTerminal();
        SignalHandler interrupt = terminal.handle(Signal.INT, signal -> interrupted(job));
        SignalHandler suspend = terminal.handle(Signal.TSTP, signal -> sendBehind(job));
        Attributes before = ShellTerminal.quiet(terminal);
        try {
            begin.run();
            if (job.awaitWhileInFront()) {
                return job.exit();
            }
            if (jobs.find(Integer.toString(job.number())).isEmpty()) {
                jobs.add(job);
            }
            say("\n[" + job.number() + "] " + job.line() + "  goes on behind the prompt");
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        } finally {
            terminal.setAttributes(before);
            terminal.handle(Signal.INT, interrupt);
            terminal.handle(Signal.TSTP, suspend);
        }
    }

    /** A program that has the screen would be left there without anybody to wake it. */
    private void sendBehind(Job job) {
        if (!session.console().isLent()) {
            job.moveBehind();
        }
    }

    /** The first Ctrl-C stops gently, the second lets go of the command. */
    private void interrupted(Job job) {
        if (session.console().isLent()) {
            return;
        }
        if (job.isStopping()) {
            job.moveBehind();
            job.finish(ExitCode.INTERRUPTED);
            return;
        }
        job.stop();
        say("\nStopping; what is done is kept. Ctrl-C again lets go of it.");
    }

    private void work(Job job, ShellLine line, List<String> words) {
        session.watch(job);
        LineStream out = stream(job, FileDescriptor.out);
        LineStream err = stream(job, FileDescriptor.err);
        Host now = host();
        Host own =
                now.writingTo(new Output(out), now.outLook())
                        .talkingTo(new Output(err), now.errLook());
        ExitCode exit = ExitCode.BUG;
        try {
            exit =
                    Redirect.run(
                            line,
                            own,
                            session.console(),
                            target -> session.commands().run(session, target, words));
        } catch (Failure failure) {
            Host coloured = Colours.of(session, own);
            new ErrorPrinter(new Screen(own.err(), coloured.errLook()), false).print(failure);
            exit = failure.code().exit();
        } finally {
            own.out().flush();
            own.err().flush();
            out.end();
            err.end();
            boolean told = job.isDone();
            job.finish(exit);
            if (job.isBackground() && !told) {
                tellEnd(job);
            }
        }
    }

    private static LineStream stream(Job job, FileDescriptor descriptor) {
        return new LineStream(new FileOutputStream(descriptor), job.log()::add, job::isBackground);
    }

    /** Above the prompt, with the last thing the job said; a bell when it took long. */
    private void tellEnd(Job job) {
        String last = job.log().last().map(line -> "\n    " + line.strip()).orElse("");
        String more =
                job.log().lines().size() > 1 ? "\n    All it said: jobs log " + job.number() : "";
        if (job.age().compareTo(LONG) > 0) {
            reader.getTerminal().puts(org.jline.utils.InfoCmp.Capability.bell);
        }
        reader.printAbove(
                "[" + job.number() + "] " + job.state() + "  " + job.line() + last + more);
    }

    private void say(String text) {
        host.err().write(text + "\n");
        host.err().flush();
    }

    /** Stops every job gently and waits a little for each. */
    void stopAll() {
        jobs.running().forEach(Job::stop);
        for (Job job : jobs.running()) {
            try {
                job.await(PATIENCE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
