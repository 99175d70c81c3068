using Numerai.Local;
using Numerai.Silo.Hosting;
using Numerai.Silo.Simulations;
using Numerai.Storage;
using Orleans.Runtime.MembershipService;

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
var (settings, wrong) = SiloConfiguration.Read(builder.Configuration);
if (wrong.Count > 0)
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
catch (OrleansClusterConnectivityCheckFailedException refused)
{
    await Console.Error.WriteLineAsync(
        $"cluster_not_joined: {refused.Message} The warnings above say of each silo why; give all silos of a cluster the same Silo:Secret and Silo:ClusterId.");
    return failure;
}
catch (DataFolderInUseException refused)
{
    await Console.Error.WriteLineAsync($"data_folder_in_use: {refused.Message}");
    return failure;
}
