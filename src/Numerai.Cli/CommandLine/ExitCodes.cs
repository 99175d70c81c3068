using Numerai.Web.Faults;

namespace Numerai.Cli.CommandLine;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Unreachable = 3;

    /// <summary>What was checked is not what it says.</summary>
    public const int NotVerified = 4;

    /// <summary>A fault that nobody expected; a report file says more.</summary>
    public const int Unexpected = LastResort.ExitCode;

    /// <summary>By convention 128 plus the number of the interrupt signal.</summary>
    public const int Interrupted = 130;
}
