using Numerai.Tournament.Actors;

namespace Numerai.Storage.Projections;

/// <summary>An event with what it refers to.</summary>
internal sealed record Projection(OutboxEntry Entry, ProjectionContent Content);
