using Numerai.Local;
using Numerai.Verification.Exports;

namespace Numerai.Verification.Tests.Audits;

/// <summary>An honest export of a whole history, made once.</summary>
public sealed class WholeExport : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numerai-export-");

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        await using var host = await LocalTournamentHost.InMemoryAsync(HostMode.Deterministic);
        var played = new PlayedTournament(host);
        await played.PrepareAsync();
        await played.WholeHistoryAsync();
        await new ExportWriter(
            new StoreExportSource(host.Actors, host.ReadModel, host.Objects, host.Datasets), Folder, inputs: true).WriteAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
