using System.Text.Json;

namespace Numerai.Client.Events;

/// <summary>Something that has happened.</summary>
/// <param name="Id">Grows with every event; asking for events after it goes on from there.</param>
/// <param name="Type">"round_opened", "scores_published", "round_resolved" ...</param>
/// <param name="Data">Its fields; see the REST reference.</param>
public sealed record PlatformEvent(long Id, string Type, JsonElement Data);
