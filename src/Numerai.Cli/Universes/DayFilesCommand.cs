using System.CommandLine;
using Numerai.Cli.CommandLine;
using Numerai.Cli.Releases;
using Numerai.Data.Signals;

namespace Numerai.Cli.Universes;

/// <summary>A command that makes files of one day from prices, without a server.</summary>
internal abstract class DayFilesCommand : CliCommand
{
    private readonly Argument<DateOnly> _date = DayOption.Date();
    private readonly Option<int> _tournament = DayOption.TournamentOfFiles();
    private readonly PanelOptions _panel = new();
    private readonly Option<string> _out = new("--out") { Description = "Folder for the files.", HelpName = "FOLDER", Required = true };

    protected DayFilesCommand(string name, string description)
        : base(name, description)
    {
        Arguments.Add(_date);
        Options.Add(_tournament);
        _panel.AddTo(this);
        Options.Add(_out);
    }

    /// <summary>Writes the files of a day and says what was written.</summary>
    protected abstract void Write(DailyFiles files, DailyUniverse universe, string folder, CommandContext context);

    protected sealed override Task<int> RunAsync(CommandContext context)
    {
        if (_panel.Load(context) is not { } panel)
        {
            return Task.FromResult(ExitCodes.Usage);
        }

        var files = new DailyFiles(DayOption.FilesOf(context.Get(_tournament)), panel);
        Write(files, files.Universe(files.DayOf(context.Get(_date))), context.Get(_out)!, context);
        return Task.FromResult(ExitCodes.Done);
    }
}
