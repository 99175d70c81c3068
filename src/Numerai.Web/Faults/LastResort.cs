namespace Numerai.Web.Faults;

/// <summary>
/// What a program does with a fault that nothing else has caught: one line `unexpected_error: sentence` on the error stream, a report file
/// that the sentence names, and an exit code of its own. So no fault ends in an abort that tells nobody anything.
/// </summary>
/// <param name="program">The program's name.</param>
/// <param name="error">Where the line goes.</param>
/// <param name="time">The clock of the reports.</param>
public sealed class LastResort(string program, TextWriter error, TimeProvider time)
{
    public const string Code = "unexpected_error";

    /// <summary>What sysexits calls an internal fault; no refusal ends with it.</summary>
    public const int ExitCode = 70;

    /// <summary>A fault that repeats in the background must not fill the disk.</summary>
    private const int MostBackgroundReports = 5;

    private int _reports;
    private int _backgroundReports;

    /// <summary>
    /// Where reports go when it is there and takes them, such as a server's data folder; else the system's folder for temporary files.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>What the program is doing, without what it was given: arguments may hold keys.</summary>
    public string Doing { get; set; } = "starting";

    /// <summary>Runs a program, and comes to its exit code whatever is thrown.</summary>
    public async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
#pragma warning disable CA1031 // The last resort is for everything.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return Tell(fault);
        }
    }

    /// <summary>Also hears of what is thrown where no caller waits: on threads of its own, and in tasks that nobody awaits.</summary>
    public void Watch()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
        {
            // The process is lost; with this it ends with a code and a sentence instead of an abort.
            Environment.Exit(
                Tell(thrown.ExceptionObject as Exception ?? new InvalidOperationException($"{thrown.ExceptionObject} was thrown.")));
        };
        TaskScheduler.UnobservedTaskException += (_, unobserved) =>
        {
            unobserved.SetObserved();
            TellInBackground(unobserved.Exception);
        };
    }

    /// <summary>Says and writes down what happened; returns the exit code.</summary>
    public int Tell(Exception fault)
    {
        Say(fault, "Something happened that this program has no answer to");
        return ExitCode;
    }

    /// <summary>For a fault that the program goes on after. One that only says that something was stopped is no fault.</summary>
    internal void TellInBackground(AggregateException fault)
    {
        if (fault.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException)
            || Interlocked.Increment(ref _backgroundReports) > MostBackgroundReports)
        {
            return;
        }

        Say(fault, "Something in the background went wrong, and the program goes on");
    }

    private void Say(Exception fault, string what)
    {
        try
        {
            var cause = fault is AggregateException all ? all.Flatten().InnerExceptions[0] : fault;
            var path = FaultReport.Write(
                program, Doing, fault, time.GetUtcNow(), Interlocked.Increment(ref _reports), Folder is null
                    ? [Path.GetTempPath()]
                    : [Folder, Path.GetTempPath()]);
            var report = path is null
                ? "no folder took a report about it"
                : $"the report {path} says where; send it to whoever maintains this program, it holds no keys";
            error.WriteLine($"{Code}: {what} ({cause.GetType().Name}: {FaultText.FirstLine(cause.Message).TrimEnd('.')}); {report}.");
            error.Flush();
        }
        catch (IOException)
        {
            // Nobody listens to the error stream any more; the exit code is what is left to say it with.
        }
    }
}
