using System.CommandLine;
using Numerai.Client;
using Numerai.Data;
using Numerai.Local;
using Numerai.Simulations;
using Numerai.Storage;
using Numerai.Verification;

namespace Numerai.Cli.CommandLine;

/// <summary>A command of the CLI: says what went wrong as `code: sentence` on the error stream and ends with the right exit code.</summary>
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
        catch (NumeraiApiException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return refusal.Code == NumeraiApiException.Unreachable ? ExitCodes.Unreachable : ExitCodes.Refused;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await SayAsync("interrupted", "Stopped before the command was done.");
            return ExitCodes.Interrupted;
        }
        catch (SimulationException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return ExitCodes.Refused;
        }
        catch (DataFormatException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return ExitCodes.Refused;
        }
        catch (DataFolderInUseException refusal)
        {
            await SayAsync("data_folder_in_use", refusal.Message);
            return ExitCodes.Refused;
        }
        catch (DataFolderClockException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return ExitCodes.Refused;
        }
        catch (DatabaseRefusedException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return ExitCodes.Refused;
        }
        catch (CheckRefusedException refusal)
        {
            await SayAsync(refusal.Code, refusal.Message);
            return ExitCodes.Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await SayAsync(fault is FileNotFoundException or DirectoryNotFoundException ? "file_not_found" : "file_error", fault.Message);
            return ExitCodes.Refused;
        }
    }

    private static Task SayAsync(string code, string sentence) => Console.Error.WriteLineAsync($"{code}: {sentence}");
}
