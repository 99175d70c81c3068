namespace Numerai.Contracts;

/// <summary>Asks for a signed address to PUT a file of predictions to, once.</summary>
/// <param name="Model">Id, or name within the tournament.</param>
/// <param name="Filename">What the participant calls the file.</param>
/// <param name="Tournament">The tournament of a model that is given by name; null for the default one.</param>
public sealed record UploadUrlRequest(string Model, string Filename, int? Tournament = null);

/// <summary>Makes an uploaded file the model's submission.</summary>
/// <param name="Filename">The server's name of the upload.</param>
/// <param name="Model">Id, or name within the tournament.</param>
/// <param name="LateFor">Number of a closed round to submit late to; null for the open round or, without one, the next.</param>
/// <param name="Tournament">As in <see cref="UploadUrlRequest"/>.</param>
public sealed record CreateSubmissionRequest(string Filename, string Model, int? LateFor = null, int? Tournament = null);
