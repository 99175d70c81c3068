using System.Text;
using System.Text.Json;
using Numerai.Tournament.Ports;

namespace Numerai.Silo.Simulations;

/// <summary>What is stored of a point: the scenario that was asked for, the files of its result, and last the list of them.</summary>
internal sealed class PointObjects(IObjectStore objects, string id)
{
    public string Id => id;

    private string Prefix => $"simulations/{id}";

    public async Task<bool> IsDoneAsync() => await objects.FindAsync($"{Prefix}/files.json") is not null;

    public async Task<string?> ScenarioAsync() =>
        await objects.FindAsync($"{Prefix}/scenario.json") is { } stored ? Encoding.UTF8.GetString(await objects.GetAsync(stored)) : null;

    public Task AskAsync(string scenario) => objects.PutAsync($"{Prefix}/scenario.json", Encoding.UTF8.GetBytes(scenario));

    /// <summary>Two silos may end the same point, when one was taken for dead; they store the same bytes.</summary>
    public async Task StoreAsync(string folder, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            await objects.PutAsync($"{Prefix}/files/{name}", await File.ReadAllBytesAsync(Path.Combine(folder, name)));
        }

        await objects.PutAsync($"{Prefix}/files.json", JsonSerializer.SerializeToUtf8Bytes(names));
    }

    public async Task<byte[]?> FileAsync(string name) =>
        await IsDoneAsync() && await objects.FindAsync($"{Prefix}/files/{name}") is { } stored ? await objects.GetAsync(stored) : null;
}
