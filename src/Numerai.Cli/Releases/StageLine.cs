using Numerai.Data.Releases;

namespace Numerai.Cli.Releases;

/// <summary>The stage on one line of the error stream; nothing when that is no terminal.</summary>
internal sealed class StageLine : IProgress<ReleaseProgress>
{
    public void Report(ReleaseProgress value)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{value.Share,4:0%}  {value.Stage,-24}{(value.Share >= 1 ? "\n" : string.Empty)}");
        }
    }
}
