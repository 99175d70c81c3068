using System.Data.Common;
using Numerai.Client;
using Numerai.Client.Datasets;
using Numerai.Data;
using Numerai.Simulations;
using Numerai.Storage;
using Numerai.Storage.Files;
using Numerai.Verification;

namespace Numerai.Cli.CommandLine;

/// <summary>What a command's exceptions say to whoever ran it.</summary>
internal sealed record KnownFault(string Code, string Sentence, int ExitCode)
{
    /// <summary>
    /// Null for a fault that nobody expected. Work done side by side throws its faults in a bundle: the first of them counts.
    /// </summary>
    public static KnownFault? Of(Exception fault) => fault switch
    {
        AggregateException all => Of(all.Flatten().InnerExceptions[0]),
        NumeraiApiException refusal => new KnownFault(
            refusal.Code, refusal.Message, refusal.Code == NumeraiApiException.Unreachable ? ExitCodes.Unreachable : ExitCodes.Refused),
        SimulationException refusal => Refused(refusal.Code, refusal.Message),
        DataFormatException refusal => Refused(refusal.Code, refusal.Message),
        DatasetException refusal => Refused(refusal.Code, refusal.Message),
        DataFolderInUseException refusal => Refused("data_folder_in_use", refusal.Message),
        DataFolderClockException refusal => Refused(refusal.Code, refusal.Message),
        DatabaseRefusedException refusal => Refused(refusal.Code, refusal.Message),
        CheckRefusedException refusal => Refused(refusal.Code, refusal.Message),
        DbException refusal => Refused("database_error", refusal.Message),
        FileNotFoundException or DirectoryNotFoundException => Refused("file_not_found", fault.Message),
        IOException or UnauthorizedAccessException or InvalidDataException => Refused("file_error", fault.Message),
        _ => null,
    };

    private static KnownFault Refused(string code, string sentence) => new(code, sentence, ExitCodes.Refused);
}
