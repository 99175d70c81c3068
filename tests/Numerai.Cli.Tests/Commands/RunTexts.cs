using System.Text;
using Numerai.Client;

namespace Numerai.Cli.Tests.Commands;

/// <summary>
/// The console of commands that run in this process: each has its own text, whatever runs beside it. What nobody asked for goes where it
/// always went.
/// </summary>
internal sealed class RunTexts
{
    private readonly PartedWriter _output;
    private readonly PartedWriter _error;

    private RunTexts(TextWriter output, TextWriter error) => (_output, _error) = (new PartedWriter(output), new PartedWriter(error));

    /// <summary>Takes the console over, and the configuration of the machine away, for the rest of the process.</summary>
    public static RunTexts Take()
    {
        string[] configured =
        [
            NumeraiConfiguration.UrlVariable, NumeraiConfiguration.PublicIdVariable, NumeraiConfiguration.SecretKeyVariable,
        ];
        Array.ForEach(configured, variable => Environment.SetEnvironmentVariable(variable, null));
        var texts = new RunTexts(Console.Out, Console.Error);
        Console.SetOut(texts._output);
        Console.SetError(texts._error);
        return texts;
    }

    public async Task<(int ExitCode, string Output, string Error)> OfAsync(Func<Task<int>> command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await Task.Run(() =>
        {
            _output.Part(TextWriter.Synchronized(output));
            _error.Part(TextWriter.Synchronized(error));
            return command();
        });
        return (exitCode, output.ToString(), error.ToString());
    }

    private sealed class PartedWriter(TextWriter all) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _part = new();

        public override Encoding Encoding => all.Encoding;

        private TextWriter Current => _part.Value ?? all;

        /// <summary>What the caller writes, and what it starts, goes there.</summary>
        public void Part(TextWriter part) => _part.Value = part;

        public override void Write(char value) => Current.Write(value);

        public override void Write(char[] buffer, int index, int count) => Current.Write(buffer, index, count);

        public override void Write(string? value) => Current.Write(value);

        public override void Flush() => Current.Flush();
    }
}
