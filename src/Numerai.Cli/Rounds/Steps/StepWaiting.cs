using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds.Steps;

/// <summary>How a command waits for the step that it begins, as its options say.</summary>
internal static class StepWaiting
{
    public static Option<bool> NoWait() => new("--no-wait")
    {
        Description = "Do not wait until it is done; `round step show` tells how far it is.",
    };

    public static Task<Round> RunAsync(this CommandContext context, Option<bool> noWait, Func<RoundWait, Task<Round>> command)
    {
        if (context.Get(noWait))
        {
            return command(RoundWait.None);
        }

        var progress = StepProgress.OnErrorStream(context.Time);
        return progress.RunAsync(() => command(new RoundWait(progress)));
    }
}
