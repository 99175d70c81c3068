using Numerai.Storage.Files;
using Numerai.Local;
using Numerai.Silo.Hosting;
using Numerai.Silo.Simulations;
using Numerai.Storage;

const int failure = 1;
const int usage = 2;

if (args is [SimulateProgram.Verb, ..])
{
    return await SimulateProgram.RunAsync(args[1..]);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = SiloArguments.Expand(args),
    ContentRootPath = AppContext.BaseDirectory,
    ApplicationName = "numerai-silo",
});
var settings = new SiloSettings();
try
{
    builder.Configuration.GetSection(SiloSettings.Section).Bind(settings);
}
catch (InvalidOperationException fault)
{
    await Console.Error.WriteLineAsync($"invalid_options: {fault.InnerException?.Message ?? fault.Message}");
    return usage;
}

if (SiloSettingsCheck.Check(settings) is { Count: > 0 } wrong)
{
    foreach (var sentence in wrong)
    {
        await Console.Error.WriteLineAsync($"invalid_options: {sentence}");
    }

    return usage;
}

try
{
    await using var host = await SiloHost.BuildAsync(builder, settings);
    await host.StartAsync();
    await Console.Out.WriteLineAsync($"Listening on {host.Url.ToString().TrimEnd('/')} ({settings.Mode.ToString().ToLowerInvariant()} mode).");
    await host.WaitAsync();
    return 0;
}
catch (DatabaseRefusedException refused)
{
    await Console.Error.WriteLineAsync($"{refused.Code}: {refused.Message}");
    return failure;
}
catch (DataFolderInUseException refused)
{
    await Console.Error.WriteLineAsync($"data_folder_in_use: {refused.Message}");
    return failure;
}
