namespace Numerai.Contracts;

/// <param name="Paused">False resumes.</param>
public sealed record PauseUploadsRequest(bool Paused, string Reason);
