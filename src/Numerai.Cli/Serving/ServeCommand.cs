using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Numerai.Cli.CommandLine;
using Numerai.Storage.Feeds;
using Numerai.Web.Hosting;

namespace Numerai.Cli.Serving;

internal sealed class ServeCommand : CliCommand
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Folder of the database and files.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "numerai-data",
    };

    private readonly Option<string> _listen = new("--listen")
    {
        Description = "Address to listen on; port 0 takes a free one.",
        HelpName = "URL",
        DefaultValueFactory = _ => WebServerOptions.DefaultUrl,
    };

    private readonly Option<string?> _publicUrl = new("--public-url")
    {
        Description = "Address participants use, when a proxy stands in front.",
        HelpName = "URL",
    };

    private readonly Option<bool> _closed = new("--closed-registration") { Description = "Only the operator makes accounts." };

    private readonly Option<string?> _virtualClock = new("--virtual-clock")
    {
        Description = "Run on a clock that starts here and is moved by hand; the folder stays on it.",
        HelpName = "TIME",
    };

    private readonly Option<bool> _unlimited = new("--no-rate-limits") { Description = "Take any number of requests." };
    private readonly Option<bool> _privateWebhooks = new("--allow-private-webhooks") { Description = "Webhooks may lead to this machine and to private networks." };
    private readonly Option<bool> _privateFeeds = new("--allow-private-feeds") { Description = "Feeds may be on this machine's web servers and in private networks." };

    private readonly Option<string?> _feedCredentials = new("--feed-credentials")
    {
        Description = "File (mode 600) of headers that open feeds: {\"ADDRESS\": {\"HEADER\": \"VALUE\"}}.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log more than warnings." };
    private readonly Option<bool> _jsonLogs = new("--json-logs") { Description = "One JSON object per log line." };

    public ServeCommand()
        : base("serve", "Run a tournament server until it is asked to stop.")
    {
        foreach (var option in new Option[]
        {
            _data, _listen, _publicUrl, _closed, _virtualClock, _unlimited, _privateWebhooks, _privateFeeds, _feedCredentials, _verbose, _jsonLogs,
        })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        if (!TryReadClock(context.Get(_virtualClock), out var clock))
        {
            await Console.Error.WriteLineAsync("usage: --virtual-clock takes a time such as 2026-01-02T03:04:05Z.");
            return ExitCodes.Usage;
        }

        var options = new WebServerOptions
        {
            DataFolder = context.Get(_data)!,
            Url = context.Get(_listen)!,
            PublicUrl = context.Get(_publicUrl),
            OpenRegistration = !context.Get(_closed),
            AllowPrivateWebhooks = context.Get(_privateWebhooks),
            Feeds = new FeedOptions { AllowPrivate = context.Get(_privateFeeds), CredentialsFile = context.Get(_feedCredentials) },
            VirtualClock = clock,
            RateLimits = context.Get(_unlimited) ? null : RateLimits.Default,
            LogLevel = context.Get(_verbose) ? LogLevel.Information : LogLevel.Warning,
            JsonLogs = context.Get(_jsonLogs),
        };
        var wrong = options.Check();
        foreach (var sentence in wrong)
        {
            await Console.Error.WriteLineAsync("invalid_options: " + sentence);
        }

        if (wrong.Count > 0)
        {
            return ExitCodes.Usage;
        }

        NumeraiCommandLine.LastResort.Folder = options.DataFolder;
        try
        {
            await WebServer.RunAsync(options, Console.Out, context.Cancellation);
            return ExitCodes.Done;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"address_in_use: Another process listens on {options.Url}; stop it, or choose another port with --listen.");
        }

        return ExitCodes.Refused;
    }

    private static bool TryReadClock(string? text, out DateTimeOffset? clock)
    {
        clock = null;
        if (text is null)
        {
            return true;
        }

        var understood = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        clock = time;
        return understood;
    }
}
