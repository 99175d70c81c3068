using Microsoft.Extensions.Logging.Console;

namespace Numerai.Silo.Hosting;

/// <summary>The server's log on the console's error stream, quiet by default.</summary>
internal static class ServerLogging
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static void Configure(ILoggingBuilder logging, SiloSettings settings)
    {
        logging.SetMinimumLevel(settings.LogLevel).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning);

        // Each start warns of the garbage collector, which is chosen so that a silo of one stays small, and of a watchdog whose first look
        // counts from the start of the machine.
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error).AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // What failed is told by the actor that asked, and nobody need hear of an attempt that was made again.
        logging.AddFilter("Orleans.Storage.AdoNetGrainStorage", LogLevel.Critical);

        // Standard output belongs to what the command prints.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.JsonLogs)
        {
            logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, TimeFormat));
        }
        else
        {
            logging.AddSimpleConsole(text =>
                (text.SingleLine, text.UseUtcTimestamp, text.TimestampFormat, text.ColorBehavior) =
                    (true, true, TimeFormat + " ", LoggerColorBehavior.Default));
        }
    }
}
