namespace Numerai.Contracts;

public sealed record QueueRequest;
