using System.CommandLine;

namespace Numerai.Cli.CommandLine;

/// <summary>
/// A command of the CLI: says what went wrong as `code: sentence` on the error stream and ends with the right exit code. What nobody
/// expected goes on to the last resort around the whole program.
/// </summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description)
        : base(name, description) => SetAction(GuardAsync);

    protected abstract Task<int> RunAsync(CommandContext context);

    private async Task<int> GuardAsync(ParseResult parse, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(new CommandContext(parse, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await SayAsync("interrupted", "Stopped before the command was done.");
            return ExitCodes.Interrupted;
        }
        catch (Exception fault) when (KnownFault.Of(fault) is { } known)
        {
            await SayAsync(known.Code, known.Sentence);
            return known.ExitCode;
        }
    }

    protected static Task SayAsync(string code, string sentence) => Console.Error.WriteLineAsync($"{code}: {sentence}");
}
