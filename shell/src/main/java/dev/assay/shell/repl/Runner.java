package dev.assay.shell.repl;

import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.ErrorPrinter;
import dev.assay.shell.run.Host;
import dev.assay.shell.run.Session;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Duration;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Runs command lines on threads of their own, so that Ctrl-C and Ctrl-Z mean the command. */
final class Runner {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** {@return the process as it is now: the terminal may have been resized} */
    Host host() {
        int width = reader.getTerminal().getSize().getColumns();
        Screen.Look out = host.outLook();
        Screen.Look err = host.errLook();
        return width <= 0
                ? host
                : host.writingTo(host.out(), resized(out, width))
                        .talkingTo(host.err(), resized(err, width));
    }

    private static Screen.Look resized(Screen.Look look, int width) {
        return new Screen.Look(look.terminal(), look.colour(), look.unicode(), width);
    }

    /** {@return how the line ended, or OK once it runs behind the prompt} */
    ExitCode run(String typed, ShellLine line, List<String> words) {
        Job job = new Job(jobs.nextNumber(), typed, line.background());
        Thread thread =
                Thread.ofPlatform()
                        .name("job-" + job.number())
                        .unstarted(() -> work(job, line, words));
        if (job.isBackground()) {
            jobs.add(job);
            thread.setDaemon(true);
            thread.start();
            say("[" + job.number() + "] " + typed);
            return ExitCode.OK;
        }
        return inFront(job, thread);
    }

    private ExitCode inFront(Job job, Thread thread) {
        Terminal terminal = reader.getTerminal();
        SignalHandler interrupt = terminal.handle(Signal.INT, signal -> interrupted(job, thread));
        SignalHandler suspend = terminal.handle(Signal.TSTP, signal -> job.moveBehind());
        try {
            thread.setDaemon(true);
            thread.start();
            if (job.awaitWhileInFront()) {
                return job.exit();
            }
            jobs.add(job);
            say("\n[" + job.number() + "] " + job.line() + "  goes on behind the prompt");
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        } finally {
            terminal.handle(Signal.INT, interrupt);
            terminal.handle(Signal.TSTP, suspend);
        }
    }

    /** The first Ctrl-C stops gently, the second lets go of the command. */
    private void interrupted(Job job, Thread thread) {
        if (job.isStopping()) {
            thread.interrupt();
            job.finish(ExitCode.INTERRUPTED);
            return;
        }
        job.stop();
        say("\nStopping; what is done is kept. Ctrl-C again lets go of it.");
    }

    private void work(Job job, ShellLine line, List<String> words) {
        session.watch(job);
        Host own =
                host().writingTo(output(job, FileDescriptor.out), host().outLook())
                        .talkingTo(output(job, FileDescriptor.err), host().errLook());
        ExitCode exit = ExitCode.BUG;
        try {
            exit =
                    Redirect.run(
                            line, own, target -> session.commands().run(session, target, words));
        } catch (Failure failure) {
            new ErrorPrinter(new Screen(own.err(), own.errLook()), false).print(failure);
            exit = failure.code().exit();
        } finally {
            own.out().flush();
            own.err().flush();
            job.finish(exit);
            if (job.isBackground()) {
                reader.printAbove("[" + job.number() + "] " + job.line() + "  " + job.state());
            }
        }
    }

    private Output output(Job job, FileDescriptor descriptor) {
        return new Output(
                new LineStream(
                        new FileOutputStream(descriptor), reader::printAbove, job::isBackground));
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
