using Numerai.Client.Datasets;

namespace Numerai.Cli.CommandLine;

/// <summary>How far a transfer is, on one line of the error stream; nothing when that is no terminal.</summary>
internal sealed class TransferBar(string name) : IProgress<TransferProgress>
{
    private int _shown = -1;

    public void Report(TransferProgress value)
    {
        if (Console.IsErrorRedirected || value.Total is not > 0)
        {
            return;
        }

        var percent = (int)(value.Transferred * 100 / value.Total.Value);
        if (percent != _shown)
        {
            _shown = percent;
            var end = percent == 100 ? "\n" : string.Empty;
            Console.Error.Write($"\r{name}  {percent,3} %  {Format.Bytes(value.Transferred)} of {Format.Bytes(value.Total.Value)}{end}");
        }
    }
}
