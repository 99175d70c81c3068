using Numerai.Contracts;
using Numerai.Tournament.Ports;

namespace Numerai.Web.Datasets;

/// <summary>A data file under a name that it is published by.</summary>
/// <param name="Name">Its own, or a live alias.</param>
/// <param name="File">What is behind the name.</param>
/// <param name="Round">For a live alias the round whose file it is; else null.</param>
/// <param name="Note">What there is to say of it, in one sentence; null for nothing.</param>
public sealed record PublishedDataset(string Name, DatasetFile File, RoundId? Round = null, string? Note = null);
