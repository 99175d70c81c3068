using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Numerai.Cli.CommandLine;
using Numerai.Client;
using Numerai.Client.Rounds;
using Numerai.Contracts;

namespace Numerai.Cli.Rounds;

internal sealed partial class RoundScoreCommand : RoundCommand
{
    private readonly Option<int> _day = new("--day") { Description = "Scoring day, 1 first.", Required = true };

    private readonly Option<string> _target = new("--target")
    {
        Description = "CSV or Parquet file with the columns id and target.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _early = new("--early")
    {
        Description = "Before the day's scores are due, or though the target is the same as another day's.",
    };

    public RoundScoreCommand()
        : base("score", "Publish a day's target and score the round with it (operator).")
    {
        Options.Add(_day);
        Options.Add(_target);
        Options.Add(_early);
    }

    protected override async Task<Round> RunAsync(
        NumeraiClient client, int tournament, int number, RoundWait wait, CommandContext context)
    {
        var (day, target) = (context.Get(_day), context.Get(_target)!);
        CheckName(target, day);
        var content = await File.ReadAllBytesAsync(target, context.Cancellation);
        return await client.Operator.PublishTargetAsync(
            tournament, number, day, content, wait, context.Get(_early), context.Cancellation);
    }

    /// <summary>Releases and feeds name targets day_N; a file of that name is of that day, also where its content can't say so.</summary>
    private static void CheckName(string path, int day)
    {
        var name = DayName().Match(Path.GetFileName(path));
        if (name.Success
            && (!int.TryParse(name.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var named) || named != day))
        {
            throw new NumeraiApiException(
                "target_of_another_day",
                $"{path} is by its name the target of day {name.Groups[1].Value}, but --day is {Format.Number(day)}; take the file of "
                    + "that day, or rename it if its name is wrong.");
        }
    }

    [GeneratedRegex(@"^day_([0-9]+)\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayName();
}
